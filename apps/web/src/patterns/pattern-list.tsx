import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { listPatterns, type PatternFilter } from '../api.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { count } from '../words.ts';
import { NoPatterns } from './no-patterns.tsx';
import { PatternCard } from './pattern-card.tsx';

export function PatternList({ filter }: { readonly filter: PatternFilter }) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['patterns', filter],
    queryFn: ({ pageParam }) => listPatterns(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
  const patterns = data?.pages.flatMap(({ items }) => items);
  return (
    <Stack gap="sm">
      {error && <ProblemNotice error={error} retry={() => refetch()} />}
      {!patterns && !error && <Waiting />}
      {patterns && (
        <Text size="sm" c="dimmed" role="status">
          {count(data?.pages[0]?.total ?? 0, 'pattern')}
        </Text>
      )}
      {patterns?.length === 0 && <NoPatterns filtered={Boolean(filter.kind || filter.query)} />}
      {patterns?.map((pattern) => (
        <PatternCard key={pattern.id} pattern={pattern} />
      ))}
      {hasNextPage && (
        <Button variant="default" onClick={() => fetchNextPage()} loading={isFetchingNextPage}>
          Show more
        </Button>
      )}
    </Stack>
  );
}

function Waiting() {
  return (
    <Stack gap="sm" role="status" aria-label="Loading the patterns">
      {['one', 'two', 'three', 'four'].map((key) => (
        <Skeleton key={key} height={120} />
      ))}
    </Stack>
  );
}
