import { Badge, Button, Table, Text, VisuallyHidden } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { ScrollBox } from '../../components/scroll-box.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { endOfValidity, isExpired } from './expiry.ts';

type Token = Schemas['ApiToken'];

export function TokenTable({ tokens, revoke }: { readonly tokens: readonly Token[]; revoke(token: Token): void }) {
  return (
    <ScrollBox label="Tokens">
      <Table miw={300}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th visibleFrom="sm">Used last</Table.Th>
            <Table.Th>Good until</Table.Th>
            <Table.Th>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tokens.map((token) => (
            <Table.Tr key={token.id}>
              <Table.Td>
                {token.name}
                <Text size="xs" c="dimmed">
                  {token.scopes.join(', ')} · of {token.owner.name}
                </Text>
              </Table.Td>
              <Table.Td visibleFrom="sm">
                {token.lastUsedAt === null ? 'never' : <Timestamp at={token.lastUsedAt} as="age" />}
              </Table.Td>
              <Table.Td>
                {token.expiresAt === null ? 'until it is revoked' : <Timestamp at={endOfValidity(token.expiresAt)} />}{' '}
                {isExpired(token.expiresAt, Date.now()) && (
                  <Badge variant="dot" color="gray" tt="none" fw={500}>
                    expired
                  </Badge>
                )}
              </Table.Td>
              <Table.Td ta="end">
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => revoke(token)}
                  aria-label={`Revoke ${token.name}`}
                >
                  Revoke …
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}
