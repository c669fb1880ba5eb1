import { Button, Card, Group, NativeSelect, Stack, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { invalidateQueries } from '../../api/query-client.ts';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { notify } from '../../components/notify.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { VisibleForRole } from '../../components/visible-for-role.tsx';
import { count } from '../../labels/count.ts';
import { millisecondsPerDay } from '../../labels/times.ts';
import { CompletenessFigures } from './completeness-figures.tsx';

const periods = [30, 90, 365];

export function CompletenessPanel({ connection: { id } }: { readonly connection: Schemas['Connection'] }) {
  const { days = 30 } = useSearch({ from: '/connections/$connectionId' });
  const navigate = useNavigate({ from: '/connections/$connectionId' });
  const since = useMemo(() => new Date(Date.now() - days * millisecondsPerDay).toISOString(), [days]);
  const completeness = refrain.useQuery(
    'get',
    '/v1/connections/{id}/completeness',
    { params: { path: { id }, query: { since } } },
    { refetchInterval: 15_000 },
  );
  const compare = refrain.useMutation('post', '/v1/connections/{id}/completeness');
  const compareNow = () =>
    compare.mutate(
      { params: { path: { id } } },
      {
        onSuccess: ({ streams }) => {
          notify({
            message:
              streams === 0
                ? 'There is nothing to compare before the history is imported.'
                : `${count(streams, 'part is', 'parts are')} being compared; what is missing is fetched.`,
          });
          return invalidateQueries('/v1/connections');
        },
      },
    );
  return (
    <Card withBorder padding="md" component="section">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Title order={2}>Is anything missing?</Title>
          <NativeSelect
            label="Period"
            data={[...new Set([...periods, days])]
              .sort((a, b) => a - b)
              .map((value) => ({
                value: String(value),
                label: `last ${value} days`,
              }))}
            value={String(days)}
            onChange={(event) => {
              const value = Number(event.currentTarget.value);
              void navigate({ search: (before) => ({ ...before, days: value }), resetScroll: false });
            }}
          />
        </Group>
        <QueryState query={completeness} what="how complete it is" height={160}>
          {(answer) => <CompletenessFigures answer={answer} />}
        </QueryState>
        {compare.error !== null && <ProblemNotice error={compare.error} />}
        <VisibleForRole needs="admin">
          <Button
            variant="default"
            loading={compare.isPending}
            onClick={compareNow}
            style={{ alignSelf: 'flex-start' }}
          >
            Compare now
          </Button>
        </VisibleForRole>
      </Stack>
    </Card>
  );
}
