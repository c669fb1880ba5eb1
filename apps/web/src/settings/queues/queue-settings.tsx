import { Badge, Group, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { notify, notifyProblem } from '../../components/notify.tsx';
import { QueryState } from '../../components/states.tsx';
import { useUpdateSearchParameters } from '../../list/filters.tsx';
import type { SettingsSearchParameters } from '../../list/search-parameters.ts';
import { RowButton, TableWithRowActions } from '../table-with-row-actions.tsx';
import { setQueuePaused } from './set-queue-paused.ts';

const purposes: Readonly<Record<string, string>> = {
  ingest: 'Reads records from connected accounts and finds failures',
  analysis: 'Clusters failures into patterns, and writes reports and digests',
  improvement: 'Proposes, opens and follows issues, and measures fixes',
  notes: 'Adds notes to incidents that have happened before',
  precheck: 'Checks pull requests against earlier failures',
};

/** Lists the job queues, and shows the jobs of one queue in the queue board. */
export function QueueSettings() {
  const backlog = refrain.useQuery('get', '/v1/backlog', {}, { refetchInterval: 5_000 });
  const { queue } = useSearch({ from: '/settings/$section' });
  const show = useUpdateSearchParameters<SettingsSearchParameters>();
  return (
    <QueryState query={backlog} what="the queues" height={260}>
      {({ queues }) => (
        <>
          <TableWithRowActions
            label="Queues"
            columns={['Queue', 'State', 'Waiting', 'Running', 'Scheduled', 'Failed']}
            minWidth={640}
          >
            {Object.entries(queues).map(([name, counts]) => (
              <QueueRow
                key={name}
                name={name}
                counts={counts}
                isOpen={name === queue}
                toggle={() => show({ queue: name === queue ? undefined : name })}
              />
            ))}
          </TableWithRowActions>
          {queue !== undefined && queue in queues && <JobsOfQueue name={queue} />}
        </>
      )}
    </QueryState>
  );
}

interface QueueRowProps {
  readonly name: string;
  readonly counts: Schemas['BacklogResponse']['queues'][string];
  readonly isOpen: boolean;
  toggle(): void;
}

function QueueRow({ name, counts, isOpen, toggle }: QueueRowProps) {
  const { waiting, active, delayed, failed, isPaused } = counts;
  const change = useMutation({
    mutationFn: () => setQueuePaused(name, !isPaused),
    async onSuccess() {
      await invalidateQueries('/v1/backlog', '/v1/status');
      notify({
        message: isPaused ? `${name} is running again.` : `${name} is paused. Its jobs wait until you resume it.`,
        undo: () => setQueuePaused(name, isPaused).then(() => invalidateQueries('/v1/backlog', '/v1/status')),
      });
    },
    onError: notifyProblem,
  });
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600} size="sm">
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {purposes[name]}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="dot" color={isPaused ? 'orange' : 'teal'} tt="none" fw={500}>
          {isPaused ? 'paused' : 'running'}
        </Badge>
      </Table.Td>
      <Table.Td>{waiting}</Table.Td>
      <Table.Td>{active}</Table.Td>
      <Table.Td>{delayed}</Table.Td>
      <Table.Td>{failed}</Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <RowButton onClick={toggle} aria-expanded={isOpen} aria-label={`${isOpen ? 'Hide' : 'Show'} jobs of ${name}`}>
            {isOpen ? 'Hide jobs' : 'Show jobs'}
          </RowButton>
          <RowButton
            loading={change.isPending}
            onClick={() => change.mutate()}
            aria-label={`${isPaused ? 'Resume' : 'Pause'} ${name}`}
          >
            {isPaused ? 'Resume' : 'Pause'}
          </RowButton>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function JobsOfQueue({ name }: { readonly name: string }) {
  return (
    <iframe
      key={name}
      title={`Jobs of ${name}`}
      src={`/queues/queue/${encodeURIComponent(name)}`}
      style={{
        width: '100%',
        height: 'max(480px, 70vh)',
        border: '1px solid var(--mantine-color-default-border)',
        borderRadius: 'var(--mantine-radius-md)',
      }}
    />
  );
}
