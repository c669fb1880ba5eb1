import { Button, Card, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Schemas } from '../../api/refrain.ts';
import { useProvider } from '../../api/use-providers.ts';
import { ChangeScopeForm } from '../scope/change-scope-form.tsx';
import { describeScope } from '../scope/describe-scope.ts';
import { DisconnectModal } from './disconnect-modal.tsx';

interface Props {
  readonly connection: Schemas['Connection'];
}

export function SettingsPanel({ connection }: Props) {
  const { scope } = useProvider(connection.provider);
  const [isDisconnecting, disconnectModal] = useDisclosure(false);
  return (
    <>
      {scope !== null && <ScopeCard connection={connection} />}
      <Card withBorder padding="md" component="section">
        <Stack gap="xs">
          <Title order={2}>Disconnect</Title>
          <Text size="sm">Everything that was imported from it is deleted too. This cannot be undone.</Text>
          <Group>
            <Button variant="outline" color="red" onClick={disconnectModal.open}>
              Disconnect …
            </Button>
          </Group>
        </Stack>
      </Card>
      {isDisconnecting && <DisconnectModal connection={connection} close={disconnectModal.close} />}
    </>
  );
}

function ScopeCard({ connection }: Props) {
  const provider = useProvider(connection.provider);
  const [isChanging, { open, close }] = useDisclosure(false);
  return (
    <Card withBorder padding="md" component="section">
      <Stack gap="sm">
        <Title order={2}>Scope</Title>
        {isChanging ? (
          <ChangeScopeForm connection={connection} close={close} />
        ) : (
          <>
            <Table fz="sm" layout="auto" verticalSpacing={5}>
              <Table.Tbody>
                {describeScope(provider, connection.scope).map(({ what, chosen }) => (
                  <Table.Tr key={what}>
                    <Table.Th scope="row" fw={500} w="40%">
                      {what}
                    </Table.Th>
                    <Table.Td>{chosen}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <Button variant="default" onClick={open} style={{ alignSelf: 'flex-start' }}>
              Change
            </Button>
          </>
        )}
      </Stack>
    </Card>
  );
}
