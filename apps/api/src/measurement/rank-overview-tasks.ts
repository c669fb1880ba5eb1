import type { OverviewTask } from '@refrain/domain';

const maxTasks = 5;
/** Each kind gets at most this number of places at first, so that one kind does not hide the others. */
const placesPerKind = 2;

/**
 * Chooses five tasks. The lists are in the order of urgency. Places that are still free go to the remaining tasks in the same
 * order. A pattern occurs only once. The chosen tasks are in the order of their impact in the period, like the list of patterns.
 */
export function rankOverviewTasks(lists: readonly (readonly OverviewTask[])[]): OverviewTask[] {
  const seen = new Set<string>();
  const unique = lists.map((tasks) =>
    tasks.filter(({ patternId }) => !seen.has(patternId) && seen.add(patternId) !== undefined),
  );
  const first = unique.flatMap((tasks) => tasks.slice(0, placesPerKind)).slice(0, maxTasks);
  const rest = unique.flatMap((tasks) => tasks.slice(placesPerKind)).slice(0, maxTasks - first.length);
  return [...first, ...rest].sort(compareByImpact);
}

function compareByImpact(a: OverviewTask, b: OverviewTask): number {
  return (
    (b.impactHours ?? -1) - (a.impactHours ?? -1) ||
    b.episodes - a.episodes ||
    Date.parse(b.lastAt) - Date.parse(a.lastAt)
  );
}
