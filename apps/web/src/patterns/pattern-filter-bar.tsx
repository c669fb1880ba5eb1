import { Flex, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { FailureKind } from '@refrain/domain';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { kindWords } from '../words.ts';
import type { PatternSearch } from './pattern-search.ts';

const kinds = [
  { value: '', label: 'any kind' },
  ...FailureKind.options.map((value) => ({ value, label: kindWords[value] })),
];
const orders = [
  { value: 'episodes', label: 'most episodes' },
  { value: 'lastAt', label: 'most recent' },
];

/** Each choice is a step that the back button takes back; the words of one search are one step. */
export function PatternFilterBar({ filter }: { readonly filter: PatternSearch }) {
  const navigate = useNavigate({ from: '/' });
  function show(change: { readonly [name in keyof PatternSearch]: string | undefined }, replace = false) {
    void navigate({ search: (before) => ({ ...before, ...change }) as PatternSearch, replace, resetScroll: false });
  }
  return (
    <Flex wrap="wrap" gap="sm">
      <SearchField query={filter.query ?? ''} search={(query) => show({ query }, filter.query !== undefined)} />
      <NativeSelect
        label="Kind of failure"
        flex="1 1 140px"
        data={kinds}
        value={filter.kind ?? ''}
        onChange={(event) => show({ kind: event.currentTarget.value || undefined })}
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

interface SearchFieldProps {
  readonly query: string;
  search(query: string | undefined): void;
}

function SearchField({ query, search }: SearchFieldProps) {
  const [typed, setTyped] = useState(query);
  useEffect(() => setTyped(query), [query]);
  const searchSoon = useDebouncedCallback((words: string) => search(words || undefined), 250);
  return (
    <TextInput
      type="search"
      label="Search"
      placeholder="Words of a name or lesson"
      flex="3 1 280px"
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        searchSoon(value);
      }}
    />
  );
}
