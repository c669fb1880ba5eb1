import { useState } from 'react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { NewToken } from './new-token.tsx';
import { RevokeTokenModal } from './revoke-token-modal.tsx';
import { TokenTable } from './token-table.tsx';

type Token = Schemas['ApiToken'];

export function Tokens() {
  const tokens = refrain.useQuery('get', '/v1/tokens', { params: { query: { limit: 200 } } });
  const [secret, setSecret] = useState<string | null>(null);
  const [tokenToRevoke, setTokenToRevoke] = useState<Token | null>(null);
  return (
    <SettingsSection
      title="Tokens"
      lead="Programs ask by a token: the command line, a script, CI. It may do what it is made for, and never more than you may. What it decides is marked with its name and yours."
    >
      <NewToken onMade={setSecret} />
      {secret !== null && (
        <OneTimeSecret title="The new token" secret={secret} close={() => setSecret(null)}>
          It is shown this once: only its digest is kept. Programs send it as “Authorization: Bearer …”, the command
          line reads it from REFRAIN_TOKEN.
        </OneTimeSecret>
      )}
      <QueryState query={tokens} what="the tokens">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="There is no token.">No program has access.</EmptyState>
          ) : (
            <TokenTable tokens={items} revoke={setTokenToRevoke} />
          )
        }
      </QueryState>
      {tokenToRevoke && <RevokeTokenModal token={tokenToRevoke} close={() => setTokenToRevoke(null)} />}
    </SettingsSection>
  );
}
