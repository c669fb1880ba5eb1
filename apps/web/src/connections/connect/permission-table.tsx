import { Stack, Table, Text, Title } from '@mantine/core';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import type { Way } from './account-draft.ts';
import { neededPermissions } from './needed-permissions.ts';

interface Props {
  readonly provider: 'github' | 'pagerduty';
  readonly way: Way;
}

const writes = {
  github:
    'Refrain reads. All it writes are its webhook and, as your policy has it, improvement issues with their labels and comments, and checks.',
  pagerduty: 'Refrain reads. All it writes are its webhook and, as your policy has it, notes on incidents.',
};

/** What is asked for, and what is lost without it. */
export function PermissionTable({ provider, way }: Props) {
  const isKey = provider === 'pagerduty' && way === 'key';
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>What is asked for, and why</Title>
      <Text size="sm">{writes[provider]} Its credential is stored encrypted and sent to nobody else.</Text>
      <ScrollBox label="Permissions">
        <Table fz="sm" miw={320} verticalSpacing={5} style={{ overflowWrap: 'normal' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{isKey ? 'Sort of key' : 'Permission'}</Table.Th>
              <Table.Th>{isKey ? 'What works with it' : 'Without it'}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {neededPermissions(provider, way).map(({ name, access, says }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={500}>
                  {name}
                  {access && (
                    <Text size="sm" c="dimmed">
                      {access}
                    </Text>
                  )}
                </Table.Th>
                <Table.Td>{says}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
    </Stack>
  );
}
