import type { Correction } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { findDismissedFailureIds, sortCorrectionsByTime } from '../../detection/verdicts/resolve-manual-verdicts.ts';

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
  const newestFirst = sortCorrectionsByTime(corrections).toReversed();
  const excluded = findDismissedFailureIds(corrections);

  const groupOf = new Map(failureIds.filter((id) => !excluded.has(id)).map((id) => [id, new Set([id])]));
  const apart: (readonly [string, string])[] = [];
  const join = (a: string, b: string) => {
    const [into, from] = [groupOf.get(a) as Set<string>, groupOf.get(b) as Set<string>];
    const isForbidden = apart.some(([x, y]) => (into.has(x) && from.has(y)) || (into.has(y) && from.has(x)));
    if (into === from || isForbidden) return;
    for (const id of from) {
      into.add(id);
      groupOf.set(id, into);
    }
  };

  for (const { decision } of newestFirst) {
    if (decision.kind === 'cannot_link') {
      const [a = '', b = ''] = decision.failureIds;
      const known = groupOf.has(a) && groupOf.has(b);
      if (known && groupOf.get(a) !== groupOf.get(b)) apart.push([a, b]);
    }
    if (decision.kind === 'must_link') {
      const ids = [...decision.failureIds].sort().filter((id) => groupOf.has(id));
      for (const id of ids.slice(1)) join(ids[0] as string, id);
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
