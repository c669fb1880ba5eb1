import { Box, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { refrain, type Schemas } from '../api/refrain.ts';
import { FailureTime, Timestamp } from '../components/timestamp.tsx';
import { BackfillProgressBar } from './account/backfill-progress-bar.tsx';
import {
  describeBackfillProgress,
  describeIngestThroughput,
  isBackfillInProgress,
} from './account/describe-backfill-progress.ts';
import { summariseCompleteness } from './account/describe-completeness.ts';

interface Props {
  readonly connection: Schemas['Connection'];
}

export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Box>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" component="div">
        {children}
      </Text>
    </Box>
  );
}

export function ArchiveFacts({ connection: { id, createdAt } }: Props) {
  const query = { connectionId: id, limit: 1 };
  const newest = refrain.useQuery('get', '/v1/failures', { params: { query } }).data?.items[0];
  return (
    <>
      <Fact label="First import">
        <Timestamp at={createdAt} as="day" />
      </Fact>
      <Fact label="Newest failure">{newest === undefined ? 'None' : <FailureTime failure={newest} as="day" />}</Fact>
      <Fact label="Updates">When you import a file</Fact>
    </>
  );
}

export function AccountFacts({ connection: { id, webhook } }: Props) {
  const params = { path: { id } };
  const { data: progress } = refrain.useQuery(
    'get',
    '/v1/connections/{id}/progress',
    { params },
    { refetchInterval: ({ state: { data } }) => (data && isBackfillInProgress(data) ? 3_000 : 30_000) },
  );
  const { data: completeness } = refrain.useQuery('get', '/v1/connections/{id}/completeness', { params });
  const throughput = progress === undefined ? '' : describeIngestThroughput(progress);
  return (
    <>
      <Fact label="Import">
        <Stack gap={4}>
          <span>{progress === undefined ? '…' : describeBackfillProgress(progress)}</span>
          {throughput !== '' && (
            <Text size="sm" c="dimmed">
              {throughput}
            </Text>
          )}
          {progress && <BackfillProgressBar progress={progress} />}
        </Stack>
      </Fact>
      <Fact label="Updates">
        {webhook.state === 'active' ? 'Immediately, by webhook' : 'Every few minutes'}
        {progress?.state === 'done' && progress.syncedAt !== null && (
          <Text size="sm" c="dimmed">
            Last sync <Timestamp at={progress.syncedAt} as="age" />
          </Text>
        )}
        {webhook.deliveredAt !== null && (
          <Text size="sm" c="dimmed">
            Last event <Timestamp at={webhook.deliveredAt} as="age" />
          </Text>
        )}
      </Fact>
      {completeness && progress?.state !== 'none' && (
        <Fact label="Completeness">{summariseCompleteness(completeness)}</Fact>
      )}
    </>
  );
}
