import { useSearch } from '@tanstack/react-router';
import { refrain, useSystemStatus } from '../api/refrain.ts';
import { ConnectAccountsLink } from '../components/connect-accounts-link.tsx';
import { Page } from '../components/page.tsx';
import { EmptyState } from '../components/states.tsx';
import { hasAnyFilter } from '../list/filters.tsx';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';
import { RoutineRevertsQuestion } from '../reverts/routine-reverts-question.tsx';
import { PatternCard } from './pattern-card.tsx';
import { PatternFilterBar } from './pattern-filter-bar.tsx';

export function PatternsPage() {
  const search = useSearch({ from: '/patterns' });
  const query = { sort: 'harm' as const, ...search, limit: 100 };
  const list = refrain.useInfiniteQuery('get', '/v1/patterns', { params: { query } }, paginationOptions(15_000));
  const { sort: _, ...filter } = search;
  return (
    <Page title="Patterns" lead="Failures that keep coming back, each with what it teaches.">
      <RoutineRevertsQuestion />
      <PatternFilterBar search={search} />
      <VirtualList
        list={list}
        one="pattern"
        rowHeight={148}
        empty={<NoPatterns filtered={hasAnyFilter(filter)} />}
        keyOf={({ id }) => id}
      >
        {(pattern) => <PatternCard pattern={pattern} />}
      </VirtualList>
    </Page>
  );
}

function NoPatterns({ filtered }: { readonly filtered: boolean }) {
  const status = useSystemStatus();
  const connections = refrain.useQuery('get', '/v1/connections', {}, { refetchInterval: 5_000 });
  if (filtered) return <EmptyState title="No pattern fits.">Take a word or a filter away.</EmptyState>;
  if (connections.data?.items.length === 0) {
    return (
      <EmptyState title="Nothing is connected yet.">
        <ConnectAccountsLink />: what has failed in the same way at least twice appears here.
      </EmptyState>
    );
  }
  if (status.data?.busy) {
    return (
      <EmptyState title="Importing history…">
        A pattern appears here as soon as a failure is found to have come back.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing has come back.">
      No two of the failures known so far are the same failure again.
    </EmptyState>
  );
}
