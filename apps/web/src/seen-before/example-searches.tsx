import { Button, Stack, Text } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { ConnectAccountsLink } from '../components/connect-accounts-link.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { listDistinctTitles } from './list-distinct-titles.ts';
import type { SearchQuestion } from './parse-search-question.ts';

export function ExampleSearches({ ask }: { ask(question: SearchQuestion): void }) {
  const { data } = refrain.useQuery('get', '/v1/failures', { params: { query: { limit: 20 } } }, { staleTime: 60_000 });
  if (data?.items.length === 0)
    return (
      <EmptyState title="Nothing is known yet.">
        <ConnectAccountsLink />: then the past can be asked.
      </EmptyState>
    );
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" c="dimmed">
        Or try one of what happened last:
      </Text>
      {listDistinctTitles(data?.items ?? [], 3).map((title) => (
        <Button
          key={title}
          variant="default"
          size="compact-sm"
          maw="100%"
          fw={400}
          styles={{ label: { overflow: 'hidden', textOverflow: 'ellipsis' } }}
          onClick={() => ask({ text: title })}
        >
          {title}
        </Button>
      ))}
    </Stack>
  );
}
