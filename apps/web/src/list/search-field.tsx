import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';

interface Props {
  readonly placeholder: string;
  readonly query: string;
  search(query: string | undefined): void;
}

export function SearchField({ placeholder, query, search }: Props) {
  const [typed, setTyped] = useState(query);
  useEffect(() => setTyped(query), [query]);
  const searchSoon = useDebouncedCallback((text: string) => search(text || undefined), 250);
  return (
    <TextInput
      type="search"
      label="Search"
      placeholder={placeholder}
      flex="3 1 240px"
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        searchSoon(value);
      }}
    />
  );
}
