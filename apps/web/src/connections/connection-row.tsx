import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import { BellIcon, FileIcon, MarkGithubIcon } from '@primer/octicons-react';
import { refrain, type Schemas, useProvider } from '../api/refrain.ts';
import { PageLink, TextLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
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

const icons = { code: MarkGithubIcon, incidents: BellIcon, files: FileIcon };

export function ConnectionRow({ connection }: Props) {
  const { id, provider, account, status, statusReason } = connection;
  const { name, kind } = useProvider(provider);
  const Icon = icons[kind];
  const isActive = status === 'active';
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Th scope="row" fw={400}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <Text span lh={1} pt={3}>
            <Icon size={18} aria-hidden />
          </Text>
          <div>
            <PageLink to="/connections/$connectionId" params={{ connectionId: id }} fw={600}>
              {account}
            </PageLink>
            <Text size="sm" c="dimmed">
              {kind === 'files' ? 'Imported files' : name}
            </Text>
          </div>
        </Group>
      </Table.Th>
      <Table.Td maw={240}>
        <Badge variant="dot" color={isActive ? 'teal' : 'orange'} tt="none" fw={500}>
          {isActive ? 'Active' : 'Needs attention'}
        </Badge>
        {statusReason !== null && (
          <Text size="sm" mt={4}>
            {statusReason}
          </Text>
        )}
      </Table.Td>
      {kind === 'files' ? <ArchiveCells connection={connection} /> : <AccountCells connection={connection} />}
      <Table.Td ta="right">
        <FailureCount id={id} />
      </Table.Td>
    </Table.Tr>
  );
}

function ArchiveCells({ connection: { createdAt } }: Props) {
  return (
    <>
      <Table.Td>
        <Text size="sm">
          First file on <Timestamp at={createdAt} as="day" />
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          When you import a file
        </Text>
      </Table.Td>
      <Table.Td />
    </>
  );
}

function AccountCells({ connection: { id, webhook } }: Props) {
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
      <Table.Td miw={220}>
        <Stack gap={4}>
          <Text size="sm">{progress === undefined ? '…' : describeBackfillProgress(progress)}</Text>
          {throughput !== '' && (
            <Text size="sm" c="dimmed">
              {throughput}
            </Text>
          )}
          {progress && <BackfillProgressBar progress={progress} />}
        </Stack>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{webhook.state === 'active' ? 'At once, by webhook' : 'Every few minutes'}</Text>
        {webhook.deliveredAt !== null && (
          <Text size="sm" c="dimmed">
            Last event <Timestamp at={webhook.deliveredAt} as="age" />
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {completeness && progress?.state !== 'none' && <Text size="sm">{summariseCompleteness(completeness)}</Text>}
      </Table.Td>
    </>
  );
}

function FailureCount({ id }: { readonly id: string }) {
  const { data } = refrain.useQuery('get', '/v1/failures', { params: { query: { connectionId: id, limit: 1 } } });
  if (data === undefined) return '…';
  return (
    <TextLink to="/failures" search={{ connectionId: id }}>
      {data.total.toLocaleString('en')}
    </TextLink>
  );
}
