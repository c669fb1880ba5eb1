import { Alert, Button, Checkbox, Group, Loader, Stack, Stepper, Text } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { isNotFound } from '../../api/api-problem.ts';
import { invalidateQueries, refrain, type Schemas, useProvider } from '../../api/refrain.ts';
import { handleSubmit } from '../../components/forms.tsx';
import { ButtonLink } from '../../components/links.tsx';
import { ProblemNotice, QueryState } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { MissingPermissions } from '../account/health-panel.tsx';
import { checkScope, useCheckedScope } from '../scope/check-scope.ts';
import { AuthMethodFields, type AuthMethodProps } from './auth-method-fields.tsx';
import { StartBackfillForm } from './choose-scope-and-start-backfill.tsx';

type StartedApp = Schemas['GitHubAppStartResponse'] & { readonly account: string };

/** Creates and installs a GitHub App. GitHub sends the App's key and webhook secret to Refrain, so that nobody has to copy them. */
export function GitHubAppForm({ method, draft, change }: AuthMethodProps) {
  // The step is stored, so that a user who reloads the page, or visits GitHub in this tab, continues at the same step.
  const [started, setStarted] = useSessionStorage<StartedApp | null>({ key: 'refrain-github-app', defaultValue: null });
  const [personal, setPersonal] = useSessionStorage({ key: 'refrain-github-personal', defaultValue: false });
  const begin = refrain.useMutation('post', '/v1/github-apps');

  async function start() {
    // The tab is opened before the request, because browsers block a popup that does not open directly on a click.
    const tab = window.open('about:blank', '_blank');
    if (tab !== null) tab.opener = null;
    const account = (draft.account ?? '').trim();
    const baseUrl = (draft.baseUrl ?? '').trim() || undefined;
    try {
      const answer = await begin.mutateAsync({ body: { account, personal, baseUrl } });
      setStarted({ ...answer, account });
      if (tab !== null) tab.location.href = answer.url;
    } catch {
      tab?.close();
    }
  }

  if (started !== null) return <GitHubAppProgress started={started} discard={() => setStarted(null)} />;
  return (
    <form onSubmit={handleSubmit(start)}>
      <Stack gap="sm">
        <AuthMethodFields method={method} draft={draft} change={change} />
        <Checkbox
          label="This is a personal account, not an organisation"
          checked={personal}
          onChange={(event) => setPersonal(event.currentTarget.checked)}
        />
        {begin.error !== null && <ProblemNotice error={begin.error} />}
        <Button type="submit" loading={begin.isPending} style={{ alignSelf: 'flex-start' }}>
          Continue on GitHub
        </Button>
      </Stack>
    </form>
  );
}

interface GitHubAppProgressProps {
  readonly started: StartedApp;
  discard(): void;
}

const stepOf = { waiting: 0, created: 1, connected: 2 };

const stateTexts = {
  waiting: 'Waiting for GitHub: choose Create GitHub App there.',
  created: 'The App exists. Choose Install on GitHub.',
  connected: 'The App is installed.',
};

function GitHubAppProgress({ started: { state, url, expiresAt, account }, discard }: GitHubAppProgressProps) {
  const { data, error } = refrain.useQuery(
    'get',
    '/v1/github-apps/{state}',
    { params: { path: { state } } },
    {
      refetchInterval: (query) =>
        query.state.data?.state === 'connected' || isNotFound(query.state.error) ? false : 2_000,
      refetchIntervalInBackground: true,
      gcTime: 0,
    },
  );
  const at = data?.state ?? 'waiting';
  if (data?.connection) return <InstalledAppScopeForm connection={data.connection} discard={discard} />;
  return (
    <Stack gap="md">
      <Stepper active={stepOf[at]} orientation="vertical" size="sm" aria-label={`Connecting ${account}`}>
        <Stepper.Step label="Create GitHub App" description={`For ${account}, on GitHub`} />
        <Stepper.Step label="Install" description="On all repositories, or on selected ones" />
      </Stepper>
      {error !== null && <ProblemNotice error={error} />}
      {!isNotFound(error) && (
        <Group gap="xs" role="status" wrap="nowrap">
          <Loader size="xs" aria-hidden />
          <Text size="sm">{stateTexts[at]}</Text>
        </Group>
      )}
      <Group>
        {!isNotFound(error) && (
          <Button component="a" href={url} target="_blank" rel="noreferrer">
            {at === 'created' ? 'Install on GitHub' : 'Open GitHub'}
          </Button>
        )}
        <Button variant="default" onClick={discard}>
          Start over
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        If no tab has opened, use the button, which works until <Timestamp at={expiresAt} />. You can close this page in
        the meantime.
      </Text>
    </Stack>
  );
}

interface InstalledAppScopeFormProps {
  readonly connection: Schemas['Connection'];
  discard(): void;
}

/** The last step after installing a GitHub App: choosing the scope. */
function InstalledAppScopeForm({ connection, discard }: InstalledAppScopeFormProps) {
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
        <Text size="sm">
          New events are imported from now on. Choose the repositories and how much history to import.
        </Text>
      </Alert>
      <QueryState query={first} what="the App’s access" height={240}>
        {(checked) => (
          <>
            <MissingPermissions missing={checked.health.missing} />
            <StartBackfillForm
              provider={provider}
              initial={scope}
              first={checked}
              action="Import"
              ask={(chosenScope, signal) => checkScope(id, chosenScope, signal)}
              connect={choose}
            />
          </>
        )}
      </QueryState>
      <Group>
        <ButtonLink variant="default" to="/connections/$connectionId" params={{ connectionId: id }} onClick={discard}>
          Open the connection
        </ButtonLink>
        <Button variant="default" onClick={discard}>
          Connect another account
        </Button>
      </Group>
    </Stack>
  );
}
