import { Button, List, Text } from '@mantine/core';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { Warning } from '../../components/warning.tsx';
import { describeStream } from './describe-stream.ts';

const subjects: Readonly<Record<string, string>> = {
  account: 'Account',
  permissions: 'Permissions',
  scope: 'Scope',
};

export function ConnectionProblems({
  connection: { id, statusReason },
}: {
  readonly connection: Schemas['Connection'];
}) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = refrain.useInfiniteQuery(
    'get',
    '/v1/connections/{id}/problems',
    { params: { path: { id }, query: { limit: 20 } } },
    {
      pageParamName: 'after',
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
      refetchInterval: 15_000,
    },
  );
  const problems = data?.pages.flatMap(({ items }) => items) ?? [];
  if (problems.length === 0 && statusReason === null) return null;
  return (
    <Warning title="It needs attention">
      {problems.length === 0 ? (
        <Text size="sm">{statusReason}</Text>
      ) : (
        <List size="sm" spacing={4}>
          {problems.map(({ subject, problem }) => (
            <List.Item key={subject + problem}>
              <b>{subjects[subject] ?? describeStream(subject)}:</b> {problem}
            </List.Item>
          ))}
        </List>
      )}
      {hasNextPage && (
        <Button size="xs" variant="default" mt="xs" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          More of them
        </Button>
      )}
    </Warning>
  );
}
