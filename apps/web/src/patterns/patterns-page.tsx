import { Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useSearch } from '@tanstack/react-router';
import { PatternFilterBar } from './pattern-filter-bar.tsx';
import { PatternList } from './pattern-list.tsx';

export function PatternsPage() {
  const filter = useSearch({ from: '/' });
  useDocumentTitle('Patterns · Refrain');
  return (
    <Stack>
      <Title order={1}>What keeps coming back</Title>
      <PatternFilterBar filter={filter} />
      <PatternList filter={filter} />
    </Stack>
  );
}
