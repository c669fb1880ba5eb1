import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { api, invalidateQueries, queryClient, refrain, type Schemas, useProvider } from '../../api/refrain.ts';
import { ConfirmModal } from '../../components/forms.tsx';
import { notify } from '../../components/notify.tsx';
import { SectionCard } from '../../components/section.tsx';
import { ProblemNotice, QueryState } from '../../components/states.tsx';
import { checkScope, useCheckedScope, useScopeChoice } from '../scope/check-scope.ts';
import { describeScope } from '../scope/scope-choice.ts';
import { ScopeChoiceFields } from '../scope/scope-choice-fields.tsx';

interface Props {
  readonly connection: Schemas['Connection'];
}

export function SettingsPanel({ connection }: Props) {
  const { scope } = useProvider(connection.provider);
  const [isDisconnecting, disconnectModal] = useDisclosure(false);
  return (
    <>
      {scope !== null && <ScopeCard connection={connection} />}
      <SectionCard title="Disconnect">
        <Text size="sm">This also deletes everything that was imported from it, and cannot be undone.</Text>
        <Group>
          <Button variant="outline" color="red" onClick={disconnectModal.open}>
            Disconnect …
          </Button>
        </Group>
      </SectionCard>
      {isDisconnecting && <DisconnectModal connection={connection} close={disconnectModal.close} />}
    </>
  );
}

function ScopeCard({ connection }: Props) {
  const provider = useProvider(connection.provider);
  const [isChanging, { open, close }] = useDisclosure(false);
  return (
    <SectionCard title="Scope" gap="sm">
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
    </SectionCard>
  );
}

interface ClosableProps extends Props {
  close(): void;
}

function DisconnectModal({ connection: { id, provider, account }, close }: ClosableProps) {
  const { name, kind, webhook } = useProvider(provider);
  const navigate = useNavigate();
  const removing = refrain.useMutation('delete', '/v1/connections/{id}');
  async function disconnect() {
    await removing.mutateAsync({ params: { path: { id } } });
    await navigate({ to: '/connections', replace: true });
    // All cached queries are invalidated, because any cached response may contain data of the connection.
    void queryClient.invalidateQueries();
    notify({ message: `Disconnected ${account}.` });
  }
  return (
    <ConfirmModal
      title={`Disconnect ${name} ${account}?`}
      action="Disconnect"
      typed={account}
      isPending={removing.isPending}
      error={removing.error}
      close={close}
      confirm={() => void disconnect().catch(() => undefined)}
    >
      This deletes {kind === 'files' ? 'the archive' : 'its credential'}, its records, and the failures and changes that
      came from them. Patterns are clustered again without them.
      {webhook !== null && ` The webhook at ${name} stays: delete it there.`}
    </ConfirmModal>
  );
}

function ChangeScopeForm({ connection, close }: ClosableProps) {
  const first = useCheckedScope(connection);
  return (
    <QueryState query={first} what="the account" height={240}>
      {(checked) => <ScopeForm connection={connection} first={checked} close={close} />}
    </QueryState>
  );
}

interface ScopeFormProps extends ClosableProps {
  readonly first: Schemas['ConnectionCheckResponse'];
}

function ScopeForm({ connection, first, close }: ScopeFormProps) {
  const { id, scope: previousScope } = connection;
  const provider = useProvider(connection.provider);
  const choosing = useScopeChoice(provider, previousScope, first, (scope, signal) => checkScope(id, scope, signal));
  const change = refrain.useMutation('put', '/v1/connections/{id}/scope');
  const params = { path: { id } };
  async function save(scope: Schemas['ConnectionScope']) {
    await change.mutateAsync({ params, body: scope });
    await invalidateQueries('/v1/connections');
    close();
    const undo = async () => {
      await api.PUT('/v1/connections/{id}/scope', { params, body: previousScope });
      await invalidateQueries('/v1/connections');
    };
    notify({ message: 'Scope changed.', undo });
  }
  return (
    <Stack>
      <ScopeChoiceFields provider={provider} choosing={choosing} />
      <Text size="sm" c="dimmed">
        Imported records stay. To import the history of added repositories or services, re-run the backfill.
      </Text>
      {change.error !== null && <ProblemNotice error={change.error} />}
      <Group>
        <Button
          disabled={choosing.scope === null}
          loading={change.isPending}
          onClick={() => choosing.scope && save(choosing.scope).catch(() => undefined)}
        >
          Save
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}
