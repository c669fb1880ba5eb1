import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { FilterBar } from '../list/filter-bar.tsx';
import { RepositoryField, ServiceField, useUpdateSearchParameters } from '../list/filters.tsx';
import { pickPeriod } from '../list/period.ts';
import { PeriodSelect } from '../list/period-select.tsx';
import type { ImprovementsSearchParameters } from '../list/search-parameters.ts';
import { defaultPatternDays } from '../patterns/to-pattern-filter.ts';
import { TeamSelect } from '../services/team-select.tsx';
import { type BoardSort, boardSortLabels } from './board-sort.ts';
import type { BoardView } from './board-view.ts';

interface Props {
  readonly search: ImprovementsSearchParameters;
  readonly view: BoardView;
  readonly shown: { readonly from: string; readonly until: string } | null | undefined;
}

export function BoardFilterBar({ search, view, shown }: Props) {
  const show = useUpdateSearchParameters<ImprovementsSearchParameters>();
  const navigate = useNavigate({ from: '/improvements' });
  const sorts = Object.entries(boardSortLabels) as [BoardSort, string][];
  return (
    <FilterBar
      search={
        <>
          <NativeSelect
            label="Sort by"
            flex="1 1 150px"
            data={sorts.map(([value, label]) => ({ value, label }))}
            value={view.sort}
            onChange={({ currentTarget: { value } }) => show({ sort: value === 'impact' ? undefined : value })}
          />
          <PeriodSelect period={search} defaultDays={defaultPatternDays} hasAllTime shown={shown} choose={show} />
        </>
      }
      filters={
        <>
          <TeamSelect team={search.team} choose={(team) => show({ team })} />
          <ServiceField name={search.service} choose={(service) => show({ service })} />
        </>
      }
      moreFilters={<RepositoryField name={search.repository} choose={(repository) => show({ repository })} />}
      usedMoreFilters={search.repository === undefined ? 0 : 1}
      isFiltered={view.isFiltered}
      clear={() =>
        void navigate({
          search: ({ sort, ...rest }) => ({ sort, ...pickPeriod(rest) }),
          resetScroll: false,
        })
      }
    />
  );
}
