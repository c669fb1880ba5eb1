import { Button, Group, Loader, Stack, Stepper, Text } from '@mantine/core';
import { isNotFound } from '../../api/api-problem.ts';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { InstalledAppScopeForm } from './installed-app-scope-form.tsx';

interface Props {
  readonly started: Schemas['GitHubAppStartResponse'];
  readonly account: string;
  discard(): void;
}

const stepOf = { waiting: 0, created: 1, connected: 2 };

const stateTexts = {
  waiting: 'Waiting for you at GitHub: choose Create GitHub App there.',
  created: 'The App is made, and not installed yet: choose Install there.',
  connected: 'The App is installed.',
};

export function GitHubAppProgress({ started: { state, url, expiresAt }, account, discard }: Props) {
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
        <Stepper.Step label="Create GitHub App" description={`For ${account}, at GitHub`} />
        <Stepper.Step label="Install" description="On all its repositories, or on those that matter" />
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
            {at === 'created' ? 'Install at GitHub' : 'Open GitHub'}
          </Button>
        )}
        <Button variant="default" onClick={discard}>
          Begin again
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        If no tab has opened, use the button. Its address stays good until <Timestamp at={expiresAt} />; this page may
        be closed in the meantime.
      </Text>
    </Stack>
  );
}
