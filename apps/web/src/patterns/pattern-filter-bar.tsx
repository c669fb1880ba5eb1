import { Button, Flex, Group, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import {
  causeLabels,
  failureKindLabels,
  improvementStateLabels,
  patternJudgementLabels,
  patternSortLabels,
  recurrenceLabels,
  trendLabels,
  triggerLabels,
} from '../labels/domain-labels.ts';
import { hasAnyFilter, PropertyFilterSelect, SearchField, useUpdateSearchParameters } from '../list/filters.tsx';
import type { PatternSearchParameters } from '../list/search-parameters.ts';

const orders = Object.entries(patternSortLabels).map(([value, label]) => ({ value, label }));

/** Number of filters that are always visible. */
const alwaysShown = 4;

export function PatternFilterBar({ search }: { readonly search: PatternSearchParameters }) {
  const { sort, ...filter } = search;
  const navigate = useNavigate({ from: '/patterns' });
  const usesMore = patternFilters.slice(alwaysShown).some(({ name }) => filter[name] !== undefined);
  const [isOpen, { toggle }] = useDisclosure(false);
  // If a folded filter has a value, for example from a link, all filters are shown.
  const showsAll = isOpen || usesMore;
  const params = { query: filter };
  const known = refrain.useQuery('get', '/v1/patterns/facets', { params }, { placeholderData: keepPreviousData });
  const show = useUpdateSearchParameters<PatternSearchParameters>();
  return (
    <>
      <Flex wrap="wrap" gap="sm">
        <SearchField
          placeholder="Words of a name or lesson"
          query={filter.query ?? ''}
          search={(query) => show({ query }, filter.query !== undefined)}
        />
        {patternFilters.slice(0, showsAll ? patternFilters.length : alwaysShown).map(({ name, label, labels }) => (
          <PropertyFilterSelect
            key={name}
            label={label}
            labels={labels}
            values={known.data?.[name] ?? []}
            chosen={filter[name]}
            choose={(value) => show({ [name]: value })}
          />
        ))}
        <NativeSelect
          label="Order"
          flex="1 1 140px"
          data={orders}
          value={sort ?? 'harm'}
          onChange={(event) => show({ sort: event.currentTarget.value })}
        />
      </Flex>
      <Group gap="xs">
        {!usesMore && (
          <Button size="compact-sm" variant="default" onClick={toggle} aria-expanded={showsAll}>
            {showsAll ? 'Fewer filters' : 'More filters'}
          </Button>
        )}
        <Views />
        {hasAnyFilter(search) && (
          <Button size="compact-sm" variant="subtle" onClick={() => void navigate({ search: {} })}>
            Clear
          </Button>
        )}
      </Group>
    </>
  );
}

const views: readonly (readonly [string, PatternSearchParameters])[] = [
  ['To review', { judgement: 'none' }],
  ['New', { recurrence: 'new', sort: 'firstAt' }],
  ['Rising', { direction: 'rising' }],
  ['Returned', { recurrence: 'returned' }],
  ['Without an improvement', { improvement: 'none' }],
];

function Views() {
  const navigate = useNavigate({ from: '/patterns' });
  return views.map(([name, search]) => (
    <Button key={name} size="compact-sm" variant="light" onClick={() => void navigate({ search })}>
      {name}
    </Button>
  ));
}

/** The filters of the list of patterns, most used first. The page hides the last filters until the user unfolds them. */
const patternFilters = [
  { name: 'recurrence', label: 'Status', labels: recurrenceLabels },
  { name: 'direction', label: 'Trend', labels: trendLabels },
  { name: 'cause', label: 'Cause', labels: causeLabels },
  { name: 'service', label: 'Service', labels: {} },
  { name: 'mechanism', label: 'Mechanism', labels: {} },
  { name: 'judgement', label: 'Review', labels: patternJudgementLabels },
  { name: 'improvement', label: 'Improvement', labels: { ...improvementStateLabels, none: 'none' } },
  { name: 'kind', label: 'Kind', labels: failureKindLabels },
  { name: 'trigger', label: 'Trigger', labels: triggerLabels },
  { name: 'repository', label: 'Repository', labels: {} },
] as const satisfies readonly {
  readonly name: keyof PatternSearchParameters;
  readonly label: string;
  readonly labels: Readonly<Record<string, string>>;
}[];
