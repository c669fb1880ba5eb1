import { Stack, Table, Text, Title } from '@mantine/core';
import type { Way } from './account-draft.ts';
import { neededPermissions } from './needed-permissions.ts';

interface Props {
  readonly provider: 'github' | 'pagerduty';
  readonly way: Way;
}

const writes = {
  github: 'Refrain reads. All it writes are improvement issues and checks, as your policy has it.',
  pagerduty: 'Refrain reads. All it writes are notes on incidents, as your policy has it.',
};

/** What is asked for, and what is lost without it. */
export function PermissionTable({ provider, way }: Props) {
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>What is asked for, and why</Title>
      <Text size="sm">{writes[provider]} Its credential is stored encrypted and sent to nobody else.</Text>
      <Table.ScrollContainer minWidth={320}>
        <Table fz="sm" verticalSpacing={5} style={{ overflowWrap: 'normal' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Permission</Table.Th>
              <Table.Th>Access</Table.Th>
              <Table.Th>Without it</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {neededPermissions(provider, way).map(({ name, access, without }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={500}>
                  {name}
                </Table.Th>
                <Table.Td>{access}</Table.Td>
                <Table.Td>{without}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
