import { Button, Group, Select, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listPatterns, type PatternFilter } from '../api.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { count, kindWords } from '../words.ts';
import { PatternCard } from './pattern-card.tsx';

export function PatternsPage() {
  const filter = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const show = (change: PatternFilter) => navigate({ search: (before) => ({ ...before, ...change }) as typeof before });
  const search = useDebouncedCallback((query: string) => show({ query: query || undefined }), 250);

  return (
    <Stack>
      <Title order={2}>What keeps coming back</Title>
      <Group align="end">
        <TextInput
          label="Search"
          placeholder="Words of a name or lesson"
          defaultValue={filter.query ?? ''}
          onChange={(event) => search(event.currentTarget.value)}
          flex={1}
          miw={200}
        />
        <Select
          label="With a"
          placeholder="any kind of failure"
          clearable
          data={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
          value={filter.kind ?? null}
          onChange={(kind) => show({ kind: kind ?? undefined })}
        />
        <Select
          label="Order"
          allowDeselect={false}
          data={[
            { value: 'episodes', label: 'most episodes first' },
            { value: 'lastAt', label: 'most recent first' },
          ]}
          value={filter.sort ?? 'episodes'}
          onChange={(sort) => show({ sort: sort ?? undefined })}
        />
      </Group>
      <PatternList filter={filter} />
    </Stack>
  );
}

function PatternList({ filter }: { readonly filter: PatternFilter }) {
  const { data, error, isPending, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['patterns', filter],
    queryFn: ({ pageParam }) => listPatterns(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: 10_000,
  });
  if (isPending) return <Waiting />;
  if (error) return <ProblemNotice error={error} retry={() => refetch()} />;
  const patterns = data.pages.flatMap(({ items }) => items);
  if (patterns.length === 0) return <Nothing filtered={Boolean(filter.kind || filter.query)} />;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {count(data.pages[0]?.total ?? 0, 'pattern')}
      </Text>
      {patterns.map((pattern) => (
        <PatternCard key={pattern.id} pattern={pattern} />
      ))}
      {hasNextPage && (
        <Button variant="light" onClick={() => fetchNextPage()} loading={isFetchingNextPage}>
          Show more
        </Button>
      )}
    </Stack>
  );
}

function Waiting() {
  return (
    <Stack gap="sm" role="status" aria-label="Loading patterns">
      {['one', 'two', 'three', 'four'].map((key) => (
        <Skeleton key={key} height={96} />
      ))}
    </Stack>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  return (
    <Text c="dimmed">
      {filtered
        ? 'No pattern fits. Take a word or a filter away.'
        : 'No pattern yet. A pattern appears when the same failure has happened in at least two episodes: connect an account and take in its past with “refrain connect” and “refrain backfill”.'}
    </Text>
  );
}
