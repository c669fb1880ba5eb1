import { Table } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { Timestamp } from '../../components/timestamp.tsx';
import { ActionTable, NameCell, RowButton, StateBadge } from './action-table.tsx';
import { findLastValidInstant, isExpired } from './expiry.ts';

type Token = Schemas['ApiToken'];

export function TokenTable({ tokens, revoke }: { readonly tokens: readonly Token[]; revoke(token: Token): void }) {
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
