import { Button, Group, Stack, Text } from '@mantine/core';
import { invalidateQueries } from '../../api/query-client.ts';
import { api, refrain, type Schemas } from '../../api/refrain.ts';
import { useProvider } from '../../api/use-providers.ts';
import { notify } from '../../components/notify.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { ScopeChoiceFields } from './scope-choice-fields.tsx';
import { checkScope } from './scope-fetcher.ts';
import { useCheckedScope } from './use-checked-scope.ts';
import { useScopeChoice } from './use-scope-choice.ts';

interface Props {
  readonly connection: Schemas['Connection'];
  close(): void;
}

export function ChangeScopeForm({ connection, close }: Props) {
  const first = useCheckedScope(connection);
  return (
    <QueryState query={first} what="what the account shows" height={240}>
      {(checked) => <ScopeForm connection={connection} first={checked} close={close} />}
    </QueryState>
  );
}

function ScopeForm({ connection, first, close }: Props & { readonly first: Schemas['ConnectionCheckResponse'] }) {
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
    notify({ message: 'The scope is changed.', undo });
  }
  return (
    <Stack>
      <ScopeChoiceFields provider={provider} choosing={choosing} />
      <Text size="sm" c="dimmed">
        Imported records stay. To import the history of new parts, start a backfill under Progress.
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
