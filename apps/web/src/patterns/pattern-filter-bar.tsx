import { Button, Flex, Group, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { patternSortWords } from '../labels/domain-labels.ts';
import { FacetSelect } from '../list/facet-select.tsx';
import { SearchField } from '../list/search-field.tsx';
import { useShow } from '../list/use-show.ts';
import { facets } from './facets.ts';
import type { PatternSearch } from './pattern-search.ts';

const orders = Object.entries(patternSortWords).map(([value, label]) => ({ value, label }));

const alwaysShown = 4;

/** Each choice is a step that the back button takes back; the words of one search are one step. */
export function PatternFilterBar({ search }: { readonly search: PatternSearch }) {
  const { sort, ...filter } = search;
  const navigate = useNavigate({ from: '/patterns' });
  const chosenBelow = facets.slice(alwaysShown).some(({ name }) => filter[name] !== undefined);
  const [isOpen, { toggle }] = useDisclosure(false);
  // What is chosen there has to be seen, however one came to it.
  const more = isOpen || chosenBelow;
  const known = refrain.useQuery(
    'get',
    '/v1/patterns/facets',
    { params: { query: filter } },
    { placeholderData: keepPreviousData },
  );
  const show = useShow<PatternSearch>();
  return (
    <>
      <Flex wrap="wrap" gap="sm">
        <SearchField
          placeholder="Words of a name or lesson"
          query={filter.query ?? ''}
          search={(query) => show({ query }, filter.query !== undefined)}
        />
        {facets.slice(0, more ? facets.length : alwaysShown).map(({ name, label, labels }) => (
          <FacetSelect
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
        {!chosenBelow && (
          <Button size="compact-sm" variant="default" onClick={toggle} aria-expanded={more}>
            {more ? 'Fewer filters' : 'More filters'}
          </Button>
        )}
        <Views />
        {Object.values(search).some((value) => value !== undefined) && (
          <Button size="compact-sm" variant="subtle" onClick={() => void navigate({ search: {} })}>
            Clear
          </Button>
        )}
      </Group>
    </>
  );
}

/** Views that people come for. */
const views: readonly (readonly [string, PatternSearch])[] = [
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
