import { Stack, Table, Text, Title } from '@mantine/core';
import type { ProviderDescriptor } from '../../api/use-providers.ts';
import { ScrollBox } from '../../components/scroll-box.tsx';
import type { ConnectionMethod } from './account-draft.ts';

interface Props {
  readonly provider: ProviderDescriptor;
  readonly method: ConnectionMethod;
}

/** Lists the required permissions, and what does not work without each. */
export function PermissionTable({ provider: { writes }, method: { permissions, listsKeyKinds: isKey } }: Props) {
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>What is asked for, and why</Title>
      <Text size="sm">{writes} Its credential is stored encrypted and sent to nobody else.</Text>
      <ScrollBox label="Permissions">
        <Table fz="sm" miw={320} verticalSpacing={5} style={{ overflowWrap: 'normal' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{isKey ? 'Sort of key' : 'Permission'}</Table.Th>
              <Table.Th>{isKey ? 'What works with it' : 'Without it'}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {permissions.map(({ name, access, effect }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={500}>
                  {name}
                  {access !== null && (
                    <Text size="sm" c="dimmed">
                      {access}
                    </Text>
                  )}
                </Table.Th>
                <Table.Td>{effect}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
    </Stack>
  );
}
