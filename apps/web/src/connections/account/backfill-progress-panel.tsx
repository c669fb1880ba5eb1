import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { SectionCard } from '../../components/section.tsx';
import { ProblemNotice, QueryState } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { useHasRole } from '../../components/visible-for-role.tsx';
import { count } from '../../labels/format.ts';
import { BackfillProgressBar } from './backfill-progress-bar.tsx';
import { findBackfillStart } from './backfill-start.ts';
import {
  describeBackfillProgress,
  describeIngestThroughput,
  isBackfillInProgress,
} from './describe-backfill-progress.ts';
import { describeStream } from './describe-stream.ts';
import { type BackfillStartChoice, BackfillStartField, useStartBackfill } from './start-backfill.tsx';
import { StreamTable } from './stream-table.tsx';

export function BackfillProgressPanel({ connection: { id } }: { readonly connection: Schemas['Connection'] }) {
  const isAdmin = useHasRole('admin');
  return (
    <QueryState query={useBackfillProgress(id)} what="the progress" height={200}>
      {(progress) => (
        <>
          <SectionCard title={titleOf[progress.state]} gap="sm">
            <Stack gap={2} role="status">
              <Text size="sm">{describeBackfillProgress(progress)}</Text>
              <LastSync progress={progress} />
              <Text size="sm" c="dimmed">
                {describeIngestThroughput(progress)}
              </Text>
            </Stack>
            <BackfillProgressBar progress={progress} />
            <FailedStreams streams={progress.streams} />
            {isAdmin && progress.state === 'failed' && <StartAgain id={id} since={progress.since} />}
            <StreamTable streams={progress.streams} isImporting={progress.state === 'running'} />
          </SectionCard>
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

function LastSync({ progress: { state, syncedAt } }: { readonly progress: Schemas['BackfillProgress'] }) {
  if (state !== 'done' || syncedAt === null) return null;
  return (
    <Text size="sm">
      Last sync: <Timestamp at={syncedAt} as="age" />
    </Text>
  );
}

function StartAgain({ id, since }: { readonly id: string; readonly since: string | null }) {
  const backfill = useStartBackfill();
  return (
    <>
      {backfill.error !== null && <ProblemNotice error={backfill.error} />}
      <Group>
        <Button loading={backfill.isPending} onClick={() => backfill.mutate({ id, since })}>
          Retry
        </Button>
      </Group>
    </>
  );
}

interface ImportMoreHistoryProps {
  readonly id: string;
  readonly progress: Pick<Schemas['BackfillProgress'], 'state' | 'since'>;
}

/** Starts a backfill of more history. Records that are already stored are not stored twice. */
function ImportMoreHistory({ id, progress: { state, since: lastSince } }: ImportMoreHistoryProps) {
  const isFirst = state === 'none';
  const isAll = state === 'done' && lastSince === null;
  const [since, setSince] = useState<BackfillStartChoice>({ reach: 'year', date: '' });
  const backfill = useStartBackfill();
  const from = findBackfillStart(since.reach, since.date, new Date());
  return (
    <SectionCard title={isFirst ? 'Import history' : 'Re-run backfill'} gap="sm">
      {!isFirst && (
        <Text size="sm">
          {isAll && 'The full history has been imported. Run the backfill again after you change the scope. '}
          Duplicates are skipped.
        </Text>
      )}
      <BackfillStartField label="How far back?" choice={since} change={setSince} />
      {backfill.error !== null && <ProblemNotice error={backfill.error} />}
      <Button
        variant={isFirst ? 'filled' : 'default'}
        disabled={from === undefined}
        loading={backfill.isPending}
        onClick={() => from !== undefined && backfill.mutate({ id, since: from })}
        style={{ alignSelf: 'flex-start' }}
      >
        {isFirst ? 'Import history' : 'Re-run backfill'}
      </Button>
    </SectionCard>
  );
}

const maxListed = 20;

function FailedStreams({ streams }: Pick<Schemas['BackfillProgress'], 'streams'>) {
  const failed = streams.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return null;
  return (
    <Alert variant="outline" color="red" role="alert" title={`${count(failed.length, 'stream')} failed`}>
      <List size="sm" spacing={4}>
        {failed.slice(0, maxListed).map(({ stream, problem }) => (
          <List.Item key={stream}>
            <b>{describeStream(stream)}</b>
            {problem !== null && `: ${problem}`}
          </List.Item>
        ))}
        {failed.length > maxListed && <List.Item>and {failed.length - maxListed} more, in the list below</List.Item>}
      </List>
    </Alert>
  );
}

/** Follows the progress of a backfill by server-sent events, and polls while the event stream is unavailable. */
function useBackfillProgress(id: string) {
  const client = useQueryClient();
  const options = refrain.queryOptions('get', '/v1/connections/{id}/progress', { params: { path: { id } } });
  const [isStreaming, setStreaming] = useState(false);
  const progress = useQuery({
    ...options,
    refetchInterval: ({ state: { data } }) => (data && isBackfillInProgress(data) && !isStreaming ? 3_000 : 15_000),
  });
  const isMoving = progress.data !== undefined && isBackfillInProgress(progress.data);
  useEffect(() => {
    if (!isMoving) return;
    const { queryKey } = refrain.queryOptions('get', '/v1/connections/{id}/progress', { params: { path: { id } } });
    const events = new EventSource(`/v1/connections/${encodeURIComponent(id)}/progress/events`);
    events.onopen = () => setStreaming(true);
    // The EventSource reconnects by itself. Until then the query polls.
    events.onerror = () => setStreaming(false);
    events.addEventListener('progress', ({ data }: MessageEvent<string>) => {
      client.setQueryData(queryKey, JSON.parse(data) as Schemas['BackfillProgress']);
    });
    return () => {
      events.close();
      setStreaming(false);
    };
  }, [client, id, isMoving]);
  return progress;
}
