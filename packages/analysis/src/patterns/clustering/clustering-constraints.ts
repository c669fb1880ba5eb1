import type { Correction } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { findDismissedFailureIds, sortByDecisionTime } from '../../detection/verdicts/resolve-verdicts.ts';

/** Corrections about which failures are the same, with contradictions already resolved. */
export interface ClusteringConstraints {
  readonly excluded: ReadonlySet<string>;
  /** Disjoint groups of at least two failure ids that must be in one pattern; each group is sorted. */
  readonly together: readonly (readonly string[])[];
  readonly apart: readonly (readonly [string, string])[];
}

/**
 * Turns corrections into constraints on clustering. If two corrections contradict each other, directly or transitively,
 * the newer one applies. Ignores corrections of failures that are not in `failureIds`.
 */
export function createClusteringConstraints(
  corrections: readonly Correction[],
  failureIds: readonly string[],
): ClusteringConstraints {
  const newestFirst = sortByDecisionTime(corrections).toReversed();
  const excluded = findDismissedFailureIds(corrections);

  const groupOf = new Map(failureIds.filter((id) => !excluded.has(id)).map((id) => [id, new Set([id])]));
  const apart: (readonly [string, string])[] = [];
  const mayJoin = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
    !apart.some(([x, y]) => (a.has(x) && b.has(y)) || (a.has(y) && b.has(x)));

  for (const { decision } of newestFirst) {
    if (decision.kind === 'cannot_link') {
      const [a = '', b = ''] = decision.failureIds;
      const known = groupOf.has(a) && groupOf.has(b);
      if (known && groupOf.get(a) !== groupOf.get(b)) apart.push([a, b]);
    }
    if (decision.kind === 'must_link') {
      const ids = [...decision.failureIds].sort().filter((id) => groupOf.has(id));
      for (const id of ids.slice(1)) join(groupOf, ids[0] as string, id, mayJoin);
    }
  }
  const groups = new Set([...groupOf.values()].filter((group) => group.size > 1));
  return {
    excluded,
    together: [...groups]
      .map((group) => [...group].sort())
      .sort((a, b) => compareStrings(a[0] as string, b[0] as string)),
    apart,
  };
}

function join(
  groupOf: Map<string, Set<string>>,
  a: string,
  b: string,
  mayJoin: (a: ReadonlySet<string>, b: ReadonlySet<string>) => boolean,
): void {
  const into = groupOf.get(a) as Set<string>;
  const from = groupOf.get(b) as Set<string>;
  if (into === from || !mayJoin(into, from)) return;
  for (const id of from) {
    into.add(id);
    groupOf.set(id, into);
  }
}
