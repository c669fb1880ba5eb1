import type { Schemas } from '../api/refrain.ts';
import { isImprovementSnoozed } from '../labels/describe-improvement.ts';

type Improvement = Schemas['ListedImprovement'];

export type BoardSort = 'impact' | 'newest' | 'waiting';

export const boardSortLabels: Readonly<Record<BoardSort, string>> = {
  impact: 'Highest impact',
  newest: 'Newest proposal',
  waiting: 'Longest in its state',
};

/** The sort of the API by which each list of a column arrives. */
export const boardSortQueries = {
  impact: { sort: 'impactHours', order: 'desc' },
  newest: { sort: 'createdAt', order: 'desc' },
  waiting: { sort: 'stateSince', order: 'asc' },
} as const;

/** Merges the lists of a column: by the chosen sort, but snoozed proposals last. */
export function compareOnBoard(sort: BoardSort): (a: Improvement, b: Improvement) => number {
  const compare = comparisons[sort];
  return (a, b) => Number(isSnoozedProposal(a)) - Number(isSnoozedProposal(b)) || compare(a, b);
}

function isSnoozedProposal(improvement: Improvement): boolean {
  return improvement.state === 'proposed' && isImprovementSnoozed(improvement);
}

const byTime = (a: string, b: string) => Date.parse(a) - Date.parse(b);

const comparisons: Readonly<Record<BoardSort, (a: Improvement, b: Improvement) => number>> = {
  impact: (a, b) => (b.impactHours ?? -1) - (a.impactHours ?? -1) || byTime(b.createdAt, a.createdAt),
  newest: (a, b) => byTime(b.createdAt, a.createdAt),
  waiting: (a, b) => byTime(a.stateSince, b.stateSince),
};
