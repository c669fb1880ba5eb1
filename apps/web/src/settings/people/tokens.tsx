import { Table } from '@mantine/core';
import { useState } from 'react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { ConfirmModal } from '../../components/confirm-modal.tsx';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';
import { EmptyState, QueryState } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { createRemovalMutationOptions } from '../removal.ts';
import { SettingsSection } from '../settings-section.tsx';
import { ActionTable, NameCell, RowButton, StateBadge } from './action-table.tsx';
import { findLastValidInstant, isExpired } from './expiry.ts';
import { NewToken } from './new-token.tsx';

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

function TokenTable({ tokens, revoke }: { readonly tokens: readonly Token[]; revoke(token: Token): void }) {
  return (
    <ActionTable label="Tokens" columns={['Name', 'Used last', 'Good until']} wideColumn="Used last">
      {tokens.map((token) => (
        <Table.Tr key={token.id}>
          <NameCell name={token.name} badge={null} detail={`${token.scopes.join(', ')} · of ${token.owner.name}`} />
          <Table.Td visibleFrom="sm">
            {token.lastUsedAt === null ? 'never' : <Timestamp at={token.lastUsedAt} as="age" />}
          </Table.Td>
          <Table.Td>
            {token.expiresAt === null ? (
              'until it is revoked'
            ) : (
              <Timestamp at={findLastValidInstant(token.expiresAt)} />
            )}
            {isExpired(token.expiresAt, Date.now()) && <StateBadge>expired</StateBadge>}
          </Table.Td>
          <Table.Td ta="end">
            <RowButton onClick={() => revoke(token)} aria-label={`Revoke ${token.name}`}>
              Revoke …
            </RowButton>
          </Table.Td>
        </Table.Tr>
      ))}
    </ActionTable>
  );
}

function RevokeTokenModal({ token: { id, name }, close }: { readonly token: Token; close(): void }) {
  const done = `The token “${name}” is revoked.`;
  const wasFirst = `Somebody else has revoked the token “${name}” already.`;
  const options = createRemovalMutationOptions({ list: '/v1/tokens', done, wasFirst, close });
  const revoking = refrain.useMutation('delete', '/v1/tokens/{id}', options);
  return (
    <ConfirmModal
      title="Revoke the token?"
      action="Revoke"
      typed={name}
      isPending={revoking.isPending}
      error={revoking.error}
      close={close}
      confirm={() => revoking.mutate({ params: { path: { id } } })}
    >
      Requests with “{name}” are refused from then on, and the tokens and sign-ins that were made with it end. This
      cannot be undone; you can make a new token.
    </ConfirmModal>
  );
}
