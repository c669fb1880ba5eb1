import { useSearch } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { LongList } from '../list/long-list.tsx';
import { pageAfterPage } from '../list/page-after-page.ts';
import { Page } from '../parts/page.tsx';
import { NoPatterns } from './no-patterns.tsx';
import { PatternCard } from './pattern-card.tsx';
import { PatternFilterBar } from './pattern-filter-bar.tsx';

export function PatternsPage() {
  const { sort, ...filter } = useSearch({ from: '/patterns' });
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/patterns',
    { params: { query: { ...filter, sort, limit: 100 } } },
    { ...pageAfterPage, refetchInterval: 15_000 },
  );
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Page title="What keeps coming back" lead="Failures that happened again, each with what it teaches.">
      <PatternFilterBar filter={{ ...filter, sort }} />
      <LongList
        list={list}
        one="pattern"
        rowHeight={140}
        empty={<NoPatterns filtered={isFiltered} />}
        keyOf={({ id }) => id}
      >
        {(pattern) => <PatternCard pattern={pattern} />}
      </LongList>
    </Page>
  );
}
