import { Button, Card, Group, List, NativeSelect, Stack, Table, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { notify } from '../../components/notify.tsx';
import { ScrollBox } from '../../components/scroll-box.tsx';
import { ProblemNotice, QueryState } from '../../components/states.tsx';
import { VisibleForRole } from '../../components/visible-for-role.tsx';
import { count, formatShortenedNameList } from '../../labels/format.ts';
import { millisecondsPerDay } from '../../labels/times.ts';
import { describePendingChecks, groupGapsByDay, repair, sumCountsByDay } from './describe-completeness.ts';
import { describeStream } from './describe-stream.ts';

const periods = [30, 90, 365];

export function CompletenessPanel({ connection: { id } }: { readonly connection: Schemas['Connection'] }) {
  const { days = 30 } = useSearch({ from: '/connections/$connectionId' });
  const navigate = useNavigate({ from: '/connections/$connectionId' });
  const since = useMemo(() => new Date(Date.now() - days * millisecondsPerDay).toISOString(), [days]);
  const params = { path: { id }, query: { since } };
  const options = { refetchInterval: 15_000 };
  const completeness = refrain.useQuery('get', '/v1/connections/{id}/completeness', { params }, options);
  const compare = refrain.useMutation('post', '/v1/connections/{id}/completeness', {
    onSuccess({ streams }) {
      const message =
        streams === 0
          ? 'Nothing to check: import the history first.'
          : `Checking ${count(streams, 'stream')}. Missing records are imported automatically.`;
      notify({ message });
      void invalidateQueries('/v1/connections');
    },
  });
  return (
    <Card withBorder padding="md" component="section">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Title order={2}>Completeness</Title>
          <NativeSelect
            label="Period"
            data={[...new Set([...periods, days])]
              .sort((a, b) => a - b)
              .map((value) => ({ value: String(value), label: `last ${value} days` }))}
            value={String(days)}
            onChange={(event) => {
              const value = Number(event.currentTarget.value);
              void navigate({ search: (before) => ({ ...before, days: value }), resetScroll: false });
            }}
          />
        </Group>
        <QueryState query={completeness} what="completeness" height={160}>
          {(answer) => <CompletenessFigures answer={answer} />}
        </QueryState>
        {compare.error !== null && <ProblemNotice error={compare.error} />}
        <VisibleForRole needs="admin">
          <Button
            variant="default"
            loading={compare.isPending}
            onClick={() => compare.mutate({ params: { path: { id } } })}
            style={{ alignSelf: 'flex-start' }}
          >
            Check now
          </Button>
        </VisibleForRole>
      </Stack>
    </Card>
  );
}

const maxDays = 30;

function CompletenessFigures({ answer }: { readonly answer: Schemas['CompletenessResponse'] }) {
  const { existing, stored, gaps, days, uncompared } = answer;
  const missing = groupGapsByDay(gaps);
  return (
    <>
      <Text size="sm">
        {existing === 0
          ? 'Refrain has not checked any records from this period yet.'
          : `${stored.toLocaleString('en')} of ${count(existing, 'record')} at the provider have been imported.`}
      </Text>
      {missing.length > 0 && (
        <div role="alert">
          <Text size="sm" fw={600}>
            Gaps on {count(missing.length, 'day')} (UTC). {repair}
          </Text>
          <List size="sm">
            {missing.slice(0, maxDays).map(({ day, streams }) => (
              <List.Item key={day}>
                {day}: {formatShortenedNameList(streams.map(describeStream), 3)}
              </List.Item>
            ))}
          </List>
          {missing.length > maxDays && <Text size="sm">and {missing.length - maxDays} more days</Text>}
        </div>
      )}
      {uncompared.length > 0 && (
        <Text size="sm" component="details">
          <summary>{describePendingChecks(uncompared.length)}</summary>
          <ScrollBox label="Not checked" maxHeight={240}>
            <List size="sm">
              {uncompared.map((stream) => (
                <List.Item key={stream}>{describeStream(stream)}</List.Item>
              ))}
            </List>
          </ScrollBox>
        </Text>
      )}
      {days.length > 0 && <DayTable days={days} />}
    </>
  );
}

function DayTable({ days }: Pick<Schemas['CompletenessResponse'], 'days'>) {
  return (
    <Text component="details" size="sm">
      <summary>Day by day</summary>
      <ScrollBox label="Day by day" maxHeight={360}>
        <Table fz="sm" miw={320} stickyHeader verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Day (UTC)</Table.Th>
              <Table.Th ta="right">At the provider</Table.Th>
              <Table.Th ta="right">Imported</Table.Th>
              <Table.Th ta="right">Missing</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sumCountsByDay(days).map(({ day, existing, stored }) => (
              <Table.Tr key={day} fw={stored < existing ? 600 : undefined}>
                <Table.Td>{day}</Table.Td>
                <Table.Td ta="right">{existing}</Table.Td>
                <Table.Td ta="right">{stored}</Table.Td>
                <Table.Td ta="right">{existing - stored}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
    </Text>
  );
}
