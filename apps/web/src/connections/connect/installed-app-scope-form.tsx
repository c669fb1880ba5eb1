import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { invalidateQueries } from '../../api/query-client.ts';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { useProvider } from '../../api/use-providers.ts';
import { ButtonLink } from '../../components/button-link.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { MissingPermissions } from '../account/missing-permissions.tsx';
import { checkScope } from '../scope/scope-fetcher.ts';
import { useCheckedScope } from '../scope/use-checked-scope.ts';
import { StartBackfillForm } from './start-backfill-form.tsx';

interface Props {
  readonly connection: Schemas['Connection'];
  discard(): void;
}

/** The last step after installing a GitHub App: choosing the scope. */
export function InstalledAppScopeForm({ connection, discard }: Props) {
  const { id, account, scope } = connection;
  const provider = useProvider(connection.provider);
  const first = useCheckedScope(connection);
  const change = refrain.useMutation('put', '/v1/connections/{id}/scope');
  async function choose(chosenScope: Schemas['ConnectionScope']) {
    await change.mutateAsync({ params: { path: { id } }, body: chosenScope });
    await invalidateQueries('/v1/connections');
    discard();
    return id;
  }
  return (
    <Stack gap="md">
      <Alert variant="outline" color="teal" title={`${account} is connected`} role="status">
        <Text size="sm">What happens there from now on comes in. Choose of which repositories, and how far back.</Text>
      </Alert>
      <QueryState query={first} what="what the App shows" height={240}>
        {(checked) => (
          <>
            <MissingPermissions missing={checked.health.missing} />
            <StartBackfillForm
              provider={provider}
              initial={scope}
              first={checked}
              action="Start"
              ask={(chosenScope, signal) => checkScope(id, chosenScope, signal)}
              connect={choose}
            />
          </>
        )}
      </QueryState>
      <Group>
        <ButtonLink variant="default" to="/connections/$connectionId" params={{ connectionId: id }} onClick={discard}>
          To the account
        </ButtonLink>
        <Button variant="default" onClick={discard}>
          Connect another
        </Button>
      </Group>
    </Stack>
  );
}
