import { refrain, type Schemas } from '../api/refrain.ts';
import { isImprovementSnoozed } from '../labels/describe-improvement.ts';
import { paginationOptions } from '../list/virtual-list.tsx';
import type { BoardColumn } from './board-columns.ts';

type Improvement = Schemas['ListedImprovement'];

/** Loads the improvements of a column. The column has one list for each of its states. */
export function useBoardColumn({ states }: BoardColumn, repository: string | undefined) {
  const [first, second = first, third = first] = states;
  // A column with fewer states uses the same query twice, and sends one request for it.
  const all = [useStateList(first, repository), useStateList(second, repository), useStateList(third, repository)];
  const lists = all.slice(0, states.length);
  return {
    items: lists.flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? []).toSorted(compare),
    total: lists.reduce((sum, { data }) => sum + (data?.pages[0]?.total ?? 0), 0),
    isLoaded: lists.every(({ data }) => data !== undefined),
    failed: lists.find(({ error }) => error != null),
    extendable: lists.find(({ hasNextPage }) => hasNextPage),
  };
}

function useStateList(state: Schemas['ImprovementState'], repository: string | undefined) {
  const query = { state, repository, limit: 50 };
  return refrain.useInfiniteQuery('get', '/v1/improvements', { params: { query } }, paginationOptions(15_000));
}

/** Sorts proposals by the hours that people spent on the failures, snoozed ones last, and other improvements newest first. */
function compare(a: Improvement, b: Improvement): number {
  if (a.state !== 'proposed' || b.state !== 'proposed') return b.stateSince < a.stateSince ? -1 : 1;
  const bySnooze = Number(isImprovementSnoozed(a)) - Number(isImprovementSnoozed(b));
  return bySnooze === 0 ? (b.peopleHours ?? 0) - (a.peopleHours ?? 0) : bySnooze;
}
