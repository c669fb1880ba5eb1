import { NativeSelect } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { patternSortLabels } from '../labels/domain-labels.ts';
import { FilterBar } from '../list/filter-bar.tsx';
import {
  DayRangeFields,
  hasAnyFilter,
  PropertyFilterSelect,
  SearchField,
  useUpdateSearchParameters,
} from '../list/filters.tsx';
import type { PatternSearchParameters } from '../list/search-parameters.ts';
import { morePatternFilters, type PatternFilterProperty, patternFilters } from './pattern-filters.ts';
import { toPatternFilter } from './to-pattern-filter.ts';

const sorts = Object.entries(patternSortLabels).map(([value, label]) => ({ value, label }));

export function PatternFilterBar({ search }: { readonly search: PatternSearchParameters }) {
  const { sort, order: _, ...filter } = search;
  const navigate = useNavigate({ from: '/patterns' });
  const params = { query: toPatternFilter(search) };
  const known = refrain.useQuery('get', '/v1/patterns/facets', { params }, { placeholderData: keepPreviousData });
  const show = useUpdateSearchParameters<PatternSearchParameters>();
  const renderFilter = ({ name, label, labels }: PatternFilterProperty) => (
    <PropertyFilterSelect
      key={name}
      label={label}
      labels={labels}
      values={known.data?.[name] ?? []}
      chosen={filter[name]}
      choose={(value) => show({ [name]: value })}
    />
  );
  return (
    <FilterBar
      search={
        <SearchField
          placeholder="Name, cause or keyword"
          query={filter.query ?? ''}
          search={(query) => show({ query }, filter.query !== undefined)}
        />
      }
      filters={
        <>
          {patternFilters.map(renderFilter)}
          <DayRangeFields label="Seen" since={filter.since} until={filter.until} choose={show} />
          <NativeSelect
            label="Sort by"
            flex="1 1 130px"
            hiddenFrom="sm"
            data={sorts}
            value={sort ?? 'harm'}
            onChange={(event) => show({ sort: event.currentTarget.value, order: undefined })}
          />
        </>
      }
      moreFilters={morePatternFilters.map(renderFilter)}
      usedMoreFilters={morePatternFilters.filter(({ name }) => filter[name] !== undefined).length}
      isFiltered={hasAnyFilter(filter)}
      clear={() => void navigate({ search: ({ sort, order }) => ({ sort, order }), resetScroll: false })}
    />
  );
}
