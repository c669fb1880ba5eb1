import { Table } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { Timestamp } from '../../components/timestamp.tsx';
import { NameCell, RowButton, StateBadge, TableWithRowActions } from '../table-with-row-actions.tsx';
import { findLastValidInstant, isExpired } from './expiry.ts';

type Token = Schemas['ApiToken'];

export function TokenTable({ tokens, revoke }: { readonly tokens: readonly Token[]; revoke(token: Token): void }) {
  return (
    <TableWithRowActions label="Tokens" columns={['Name', 'Last used', 'Expires']} wideColumn="Last used">
      {tokens.map((token) => (
        <Table.Tr key={token.id}>
          <NameCell
            name={token.name}
            badge={null}
            detail={`${token.scopes.join(', ')} · owned by ${token.owner.name}`}
          />
          <Table.Td visibleFrom="sm">
            {token.lastUsedAt === null ? 'Never' : <Timestamp at={token.lastUsedAt} as="age" />}
          </Table.Td>
          <Table.Td>
            {token.expiresAt === null ? 'Never' : <Timestamp at={findLastValidInstant(token.expiresAt)} />}
            {isExpired(token.expiresAt, Date.now()) && (
              <>
                {' '}
                <StateBadge>Expired</StateBadge>
              </>
            )}
          </Table.Td>
          <Table.Td ta="end">
            <RowButton onClick={() => revoke(token)} aria-label={`Revoke ${token.name}`}>
              Revoke …
            </RowButton>
          </Table.Td>
        </Table.Tr>
      ))}
    </TableWithRowActions>
  );
}
