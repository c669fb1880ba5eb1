import { toPeriodQuery } from '../list/period.ts';
import type { ImprovementsSearchParameters } from '../list/search-parameters.ts';
import { defaultPatternDays } from '../patterns/to-pattern-filter.ts';
import { type BoardSort, boardSortQueries } from './board-sort.ts';

/** What the user chose to see on the board. */
export interface BoardView {
  readonly sort: BoardSort;
  /** The parameters of the API that all columns share. */
  readonly query: ReturnType<typeof toQuery>;
  readonly isFiltered: boolean;
}

/** Reads the view from the URL. The default period is that of the list of patterns, so that both show the same figures. */
export function toBoardView(search: ImprovementsSearchParameters): BoardView {
  const { repository, service, team, sort = 'impact' } = search;
  const isFiltered = repository !== undefined || service !== undefined || team !== undefined;
  return { sort, query: toQuery(search, sort), isFiltered };
}

function toQuery(search: ImprovementsSearchParameters, sort: BoardSort) {
  const { repository, service, team } = search;
  return {
    repository,
    service,
    team,
    ...toPeriodQuery(search, defaultPatternDays),
    ...boardSortQueries[sort],
    limit: 50,
  };
}
