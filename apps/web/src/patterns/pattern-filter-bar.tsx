import { Flex, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { FacetSelect } from '../list/facet-select.tsx';
import { SearchField } from '../list/search-field.tsx';
import { causeWords, kindWords, namesOf } from '../words/design-words.ts';
import type { PatternSearch } from './pattern-search.ts';

const orders = [
  { value: 'episodes', label: 'most episodes' },
  { value: 'lastAt', label: 'most recent' },
  { value: 'firstAt', label: 'newest' },
  { value: 'name', label: 'name' },
];

/** Each choice is a step that the back button takes back; the words of one search are one step. */
export function PatternFilterBar({ filter }: { readonly filter: PatternSearch }) {
  const navigate = useNavigate({ from: '/patterns' });
  function show(change: { readonly [name in keyof PatternSearch]: string | undefined }, replace = false) {
    void navigate({ search: (before) => ({ ...before, ...change }) as PatternSearch, replace, resetScroll: false });
  }
  return (
    <Flex wrap="wrap" gap="sm">
      <SearchField
        placeholder="Words of a name or lesson"
        query={filter.query ?? ''}
        search={(query) => show({ query }, filter.query !== undefined)}
      />
      <FacetSelect
        label="Kind"
        words={kindWords}
        values={namesOf(kindWords).map((value) => ({ value }))}
        chosen={filter.kind}
        choose={(kind) => show({ kind })}
      />
      <FacetSelect
        label="Cause"
        words={causeWords}
        values={namesOf(causeWords).map((value) => ({ value }))}
        chosen={filter.cause}
        choose={(cause) => show({ cause })}
      />
      <NativeSelect
        label="Order"
        flex="1 1 140px"
        data={orders}
        value={filter.sort ?? 'episodes'}
        onChange={(event) => show({ sort: event.currentTarget.value })}
      />
    </Flex>
  );
}
