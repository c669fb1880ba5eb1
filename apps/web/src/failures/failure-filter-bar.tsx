import { useNavigate } from '@tanstack/react-router';
import { failureKindLabels } from '../labels/domain-labels.ts';
import { FilterBar } from '../list/filter-bar.tsx';
import {
  hasAnyFilter,
  PropertyFilterSelect,
  SearchField,
  ServiceField,
  useUpdateSearchParameters,
} from '../list/filters.tsx';
import { PeriodSelect } from '../list/period-select.tsx';
import type { FailuresSearchParameters } from '../list/search-parameters.ts';
import { defaultPatternDays } from '../patterns/to-pattern-filter.ts';
import { countMoreFailureFilters, MoreFailureFilters } from './more-failure-filters.tsx';

const groupingLabels = { in: 'in a pattern', none: 'in no pattern', new_failure: 'matched by similarity' };

export function FailureFilterBar({ search }: { readonly search: FailuresSearchParameters }) {
  const { sort: _, order: __, records: ___, ...filter } = search;
  const navigate = useNavigate({ from: '/failures' });
  const show = useUpdateSearchParameters<FailuresSearchParameters>();
  return (
    <FilterBar
      search={
        <>
          <SearchField
            placeholder="Title or text"
            query={filter.query ?? ''}
            search={(query) => show({ query }, filter.query !== undefined)}
          />
          <PeriodSelect period={filter} defaultDays={defaultPatternDays} hasAllTime shown={null} choose={show} />
        </>
      }
      filters={
        <>
          <PropertyFilterSelect
            label="Kind"
            labels={failureKindLabels}
            chosen={filter.kind}
            width={172}
            choose={(kind) => show({ kind })}
          />
          <PropertyFilterSelect
            label="Pattern"
            labels={groupingLabels}
            chosen={filter.grouped}
            choose={(grouped) => show({ grouped })}
          />
          <ServiceField name={filter.service} choose={(service) => show({ service })} />
        </>
      }
      moreFilters={<MoreFailureFilters filter={filter} show={show} />}
      usedMoreFilters={countMoreFailureFilters(filter)}
      isFiltered={hasAnyFilter(filter)}
      clear={() =>
        void navigate({ search: ({ sort, order, records }) => ({ sort, order, records }), resetScroll: false })
      }
    />
  );
}
