import { Button, Group, SegmentedControl, Text, VisuallyHidden } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { refrain } from '../api/refrain.ts';
import { useUpdateSearchParameters } from '../list/filters.tsx';
import type { PatternSearchParameters } from '../list/search-parameters.ts';
import { toPatternFilter } from './to-pattern-filter.ts';

const facets = [
  { value: 'mechanism', label: 'By mechanism' },
  { value: 'service', label: 'By service' },
] as const;
type Facet = (typeof facets)[number]['value'];

const shownValues = 4;

/** Offers the most frequent mechanisms or services, so that one click shows their patterns. */
export function FacetChips({ search }: { readonly search: PatternSearchParameters }) {
  const [facet, setFacet] = useState<Facet>(search.service === undefined ? 'mechanism' : 'service');
  const show = useUpdateSearchParameters<PatternSearchParameters>();
  const params = { query: toPatternFilter(search) };
  const known = refrain.useQuery('get', '/v1/patterns/facets', { params }, { placeholderData: keepPreviousData });
  const chosen = search[facet];
  const values = (known.data?.[facet] ?? []).filter(({ value }, at) => at < shownValues || value === chosen);
  return (
    <Group gap={6} visibleFrom="sm">
      <SegmentedControl
        size="xs"
        aria-label="Browse patterns"
        data={facets.map((one) => ({ ...one }))}
        value={facet}
        onChange={(value) => setFacet(value as Facet)}
      />
      {values.map(({ value, count }) => (
        <Button
          key={value}
          size="compact-sm"
          radius="xl"
          fw={500}
          variant={value === chosen ? 'light' : 'default'}
          aria-pressed={value === chosen}
          onClick={() => show({ [facet]: value === chosen ? undefined : value })}
        >
          {value}
          <VisuallyHidden>, patterns:</VisuallyHidden>
          <Text span inherit c="dimmed" ml={6}>
            {count}
          </Text>
        </Button>
      ))}
    </Group>
  );
}
