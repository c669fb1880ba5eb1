import { useSearch } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { Page } from '../components/page.tsx';
import { paginationOptions } from '../list/pagination-options.ts';
import { VirtualList } from '../list/virtual-list.tsx';
import { RoutineRevertsQuestion } from '../reverts/routine-reverts-question.tsx';
import { NoPatterns } from './no-patterns.tsx';
import { PatternCard } from './pattern-card.tsx';
import { PatternFilterBar } from './pattern-filter-bar.tsx';

export function PatternsPage() {
  const search = useSearch({ from: '/patterns' });
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/patterns',
    { params: { query: { sort: 'harm', ...search, limit: 100 } } },
    { ...paginationOptions, refetchInterval: 15_000 },
  );
  const { sort: _, ...filter } = search;
  return (
    <Page title="Patterns" lead="Failures that keep coming back, each with what it teaches.">
      <RoutineRevertsQuestion />
      <PatternFilterBar search={search} />
      <VirtualList
        list={list}
        one="pattern"
        rowHeight={148}
        empty={<NoPatterns filtered={Object.values(filter).some((value) => value !== undefined)} />}
        keyOf={({ id }) => id}
      >
        {(pattern) => <PatternCard pattern={pattern} />}
      </VirtualList>
    </Page>
  );
}
