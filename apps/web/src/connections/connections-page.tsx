import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { refrain, type Schemas, useProvider } from '../api/refrain.ts';
import { ButtonLink, PageLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { EmptyState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';
import { BackfillProgressBar } from './account/backfill-progress-bar.tsx';
import {
  describeBackfillProgress,
  describeIngestThroughput,
  isBackfillInProgress,
} from './account/describe-backfill-progress.ts';
import { summariseCompleteness } from './account/describe-completeness.ts';

export function ConnectionsPage() {
  const query = { limit: 50 };
  const list = refrain.useInfiniteQuery('get', '/v1/connections', { params: { query } }, paginationOptions(10_000));
  return (
    <Page
      title="Connections"
      lead="The accounts and files from which failures come in."
      actions={
        <VisibleForRole needs="admin">
          <ButtonLink to="/connections/new">Connect an account</ButtonLink>
        </VisibleForRole>
      }
    >
      <VirtualList
        list={list}
        one="connection"
        rowHeight={130}
        empty={
          <EmptyState title="Nothing is connected yet.">
            Connect GitHub or PagerDuty, or bring a file: what has failed in the past comes in, and what keeps coming
            back is found.
            <br />
            <VisibleForRole needs="admin" otherwise="An admin of Refrain can do that.">
              <ButtonLink to="/connections/new" mt="sm">
                Connect
              </ButtonLink>
            </VisibleForRole>
          </EmptyState>
        }
        keyOf={({ id }) => id}
      >
        {(connection) => <ConnectionCard connection={connection} />}
      </VirtualList>
    </Page>
  );
}

interface ConnectionCardProps {
  readonly connection: Schemas['Connection'];
}

function ConnectionCard({ connection }: ConnectionCardProps) {
  const { id, provider, account, status, statusReason, createdAt } = connection;
  const { name, kind } = useProvider(provider);
  const isActive = status === 'active';
  return (
    <Card withBorder padding="md" component="article">
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h3">
            <PageLink to="/connections/$connectionId" params={{ connectionId: id }} inherit>
              {name} {account}
            </PageLink>
          </Title>
          <Badge variant="dot" color={isActive ? 'teal' : 'orange'} tt="none" fw={500}>
            {isActive ? 'active' : 'needs attention'}
          </Badge>
        </Group>
        {statusReason !== null && <Text size="sm">{statusReason}</Text>}
        {kind === 'files' ? (
          <Text size="sm" c="dimmed">
            Files, since <Timestamp at={createdAt} as="day" />
          </Text>
        ) : (
          <AccountState connection={connection} />
        )}
      </Stack>
    </Card>
  );
}

function AccountState({ connection: { id, webhook } }: ConnectionCardProps) {
  const params = { path: { id } };
  const { data: progress } = refrain.useQuery(
    'get',
    '/v1/connections/{id}/progress',
    { params },
    { refetchInterval: ({ state: { data } }) => (data && isBackfillInProgress(data) ? 3_000 : 30_000) },
  );
  const { data: completeness } = refrain.useQuery('get', '/v1/connections/{id}/completeness', { params });
  const eventDelivery = webhook.state === 'active' ? 'Events arrive at once' : 'Asked for news every few minutes';
  const throughput = progress === undefined ? '' : describeIngestThroughput(progress);
  return (
    <>
      <Text size="sm">
        {progress?.state === 'done' && 'Up to date. '}
        {progress === undefined ? '…' : describeBackfillProgress(progress)}
      </Text>
      {throughput !== '' && (
        <Text size="sm" c="dimmed">
          {throughput}
        </Text>
      )}
      {progress && <BackfillProgressBar progress={progress} />}
      <Text size="sm" c="dimmed">
        {[
          eventDelivery,
          ...(completeness && progress?.state !== 'none' ? [summariseCompleteness(completeness)] : []),
        ].join(' · ')}
      </Text>
    </>
  );
}
