import { refrain, type Schemas } from '../api/refrain.ts';
import { paginationOptions } from '../list/virtual-list.tsx';
import type { BoardColumn } from './board-columns.ts';
import { compareOnBoard } from './board-sort.ts';
import type { BoardView } from './board-view.ts';

/** Loads the improvements of a column. The column has one list for each of its states. */
export function useBoardColumn({ states }: BoardColumn, view: BoardView) {
  const [first, second = first, third = first] = states;
  // A column with fewer states uses the same query twice, and sends one request for it.
  const all = [useStateList(first, view), useStateList(second, view), useStateList(third, view)];
  const lists = all.slice(0, states.length);
  return {
    items: lists
      .flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? [])
      .toSorted(compareOnBoard(view.sort)),
    /** The period of the figures. */
    period: lists[0]?.data?.pages[0]?.period,
    total: lists.reduce((sum, { data }) => sum + (data?.pages[0]?.total ?? 0), 0),
    isLoaded: lists.every(({ data }) => data !== undefined),
    failed: lists.find(({ error }) => error != null),
    extendable: lists.find(({ hasNextPage }) => hasNextPage),
  };
}

function useStateList(state: Schemas['ImprovementState'], { query }: BoardView) {
  const params = { query: { ...query, state } };
  return refrain.useInfiniteQuery('get', '/v1/improvements', { params }, paginationOptions(15_000));
}
