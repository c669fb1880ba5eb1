import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';
import { FilterBar } from '../list/filter-bar.tsx';
import { hasAnyFilter, PropertyFilterSelect, SearchField, useUpdateSearchParameters } from '../list/filters.tsx';
import { pickPeriod } from '../list/period.ts';
import { PeriodSelect } from '../list/period-select.tsx';
import type { PatternSearchParameters } from '../list/search-parameters.ts';
import { morePatternFilters, type PatternFilterProperty, patternFilters } from './pattern-filters.ts';
import { defaultPatternDays, omitViewParameters, toPatternFilter } from './to-pattern-filter.ts';

interface Props {
  readonly search: PatternSearchParameters;
  /** The period of the shown figures. */
  readonly shown: Schemas['PatternsResponse']['period'] | undefined;
}

export function PatternFilterBar({ search, shown }: Props) {
  const filter = omitViewParameters(search);
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
        <>
          <SearchField
            placeholder="Name, cause or keyword"
            query={filter.query ?? ''}
            search={(query) => show({ query }, filter.query !== undefined)}
          />
          <PeriodSelect period={search} defaultDays={defaultPatternDays} hasAllTime shown={shown} choose={show} />
        </>
      }
      filters={patternFilters.map(renderFilter)}
      moreFilters={morePatternFilters.map(renderFilter)}
      usedMoreFilters={morePatternFilters.filter(({ name }) => filter[name] !== undefined).length}
      isFiltered={hasAnyFilter(filter)}
      clear={() =>
        void navigate({
          search: ({ sort, order, ...rest }) => ({ sort, order, ...pickPeriod(rest) }),
          resetScroll: false,
        })
      }
    />
  );
}
