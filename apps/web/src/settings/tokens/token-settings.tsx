import { useState } from 'react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';
import { EmptyState, QueryState } from '../../components/states.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { NewToken } from './new-token.tsx';
import { RevokeTokenModal } from './revoke-token-modal.tsx';
import { TokenTable } from './token-table.tsx';

type Token = Schemas['ApiToken'];

export function TokenSettings() {
  const tokens = refrain.useQuery('get', '/v1/tokens', { params: { query: { limit: 200 } } });
  const [secret, setSecret] = useState<string | null>(null);
  const [tokenToRevoke, setTokenToRevoke] = useState<Token | null>(null);
  return (
    <>
      <SettingsSection title="New token" lead="A token never has more rights than its owner. The audit log names both.">
        <NewToken onMade={setSecret} />
        {secret !== null && (
          <OneTimeSecret title="Copy the new token now" secret={secret} close={() => setSecret(null)}>
            Refrain does not show it again. Programs send it as “Authorization: Bearer …”, and the command line reads it
            from REFRAIN_TOKEN.
          </OneTimeSecret>
        )}
      </SettingsSection>
      <SettingsSection title="Tokens">
        <QueryState query={tokens} what="the tokens">
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title="No tokens yet">Create a token for the command line, a script or CI.</EmptyState>
            ) : (
              <TokenTable tokens={items} revoke={setTokenToRevoke} />
            )
          }
        </QueryState>
      </SettingsSection>
      {tokenToRevoke && <RevokeTokenModal token={tokenToRevoke} close={() => setTokenToRevoke(null)} />}
    </>
  );
}
