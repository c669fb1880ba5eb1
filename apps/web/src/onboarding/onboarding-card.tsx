import { Button, Card, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { api, invalidateQueries, refrain } from '../api/refrain.ts';
import { notify, notifyProblem } from '../components/notify.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { StepList } from './step-list.tsx';

/** Shows the steps after the installation until all are done or an admin hides them. */
export function OnboardingCard() {
  const { data } = refrain.useQuery('get', '/v1/onboarding', {}, { staleTime: 60_000 });
  if (data === undefined || data.isHidden || data.steps.every(({ isDone }) => isDone)) return null;
  const done = data.steps.filter(({ isDone }) => isDone).length;
  return (
    <Card withBorder padding="md" component="section" aria-label="Get started">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Title order={2}>Get started</Title>
          <Group gap="sm">
            <Text size="sm" c="dimmed" role="status">
              {done} of {data.steps.length} done
            </Text>
            <VisibleForRole needs="admin">
              <Button size="compact-sm" variant="subtle" color="gray" c="dimmed" onClick={() => void hide()}>
                Hide
              </Button>
            </VisibleForRole>
          </Group>
        </Group>
        <Progress
          value={(100 * done) / data.steps.length}
          size="sm"
          color="teal"
          aria-label={`${done} of ${data.steps.length} steps done`}
        />
        <StepList steps={data.steps} />
      </Stack>
    </Card>
  );
}

async function change(isHidden: boolean): Promise<void> {
  await api.PUT('/v1/onboarding', { body: { isHidden } });
  await invalidateQueries('/v1/onboarding');
}

function hide(): Promise<void> {
  return change(true).then(
    () => void notify({ message: 'The checklist is hidden for everyone.', undo: () => change(false) }),
    notifyProblem,
  );
}
