import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { useHasRole } from '../../components/visible-for-role.tsx';
import { BackfillProgressBar } from './backfill-progress-bar.tsx';
import { describeProgress, describeThroughput } from './describe-progress.ts';
import { FailedStreams } from './failed-streams.tsx';
import { ImportMoreHistory } from './import-more-history.tsx';
import { StreamTable } from './stream-table.tsx';
import { useBackfillProgress } from './use-backfill-progress.ts';
import { useStartBackfill } from './use-start-backfill.ts';

export function BackfillProgressPanel({ connection: { id } }: { readonly connection: Schemas['Connection'] }) {
  const isAdmin = useHasRole('admin');
  return (
    <QueryState query={useBackfillProgress(id)} what="how far it is" height={200}>
      {(progress) => (
        <>
          <Card withBorder padding="md" component="section">
            <Stack gap="sm">
              <Title order={2}>{titleOf[progress.state]}</Title>
              <Stack gap={2} role="status">
                <Text size="sm">{describeProgress(progress)}</Text>
                <Text size="sm" c="dimmed">
                  {describeThroughput(progress)}
                </Text>
              </Stack>
              <BackfillProgressBar progress={progress} />
              <FailedStreams streams={progress.streams} />
              {isAdmin && progress.state === 'failed' && <StartAgain id={id} since={progress.since} />}
              <StreamTable streams={progress.streams} />
            </Stack>
          </Card>
          {isAdmin && progress.state !== 'running' && <ImportMoreHistory id={id} progress={progress} />}
        </>
      )}
    </QueryState>
  );
}

const titleOf = {
  none: 'History',
  running: 'Importing history…',
  done: 'Up to date',
  failed: 'Some history could not be imported',
};

function StartAgain({ id, since }: { readonly id: string; readonly since: string | null }) {
  const backfill = useStartBackfill();
  return (
    <>
      {backfill.error !== null && <ProblemNotice error={backfill.error} />}
      <Group>
        <Button loading={backfill.isPending} onClick={() => backfill.mutate({ id, since })}>
          Start again
        </Button>
      </Group>
    </>
  );
}
