import type { Correction } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import { findExcluded, sortByDecision } from '../../detection/verdicts/read-corrections.ts';

/** People's decisions about pairs of failures, without contradictions. */
export interface Constraints {
  /** Failures that a person dismissed. */
  readonly excluded: ReadonlySet<string>;
  /** Disjoint groups of at least two failures that must stay together; ids sorted. */
  readonly together: readonly (readonly string[])[];
  /** Pairs that must stay apart. */
  readonly apart: readonly (readonly [string, string])[];
}

/**
 * Reads corrections newest first. If decisions contradict each other, directly or transitively, the newer one holds.
 * Decisions about failures that are not in `failureIds` are ignored.
 */
export function readConstraints(corrections: readonly Correction[], failureIds: readonly string[]): Constraints {
  const newestFirst = sortByDecision(corrections).toReversed();
  const excluded = findExcluded(corrections);

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
    together: [...groups].map((group) => [...group].sort()).sort((a, b) => compare(a[0] as string, b[0] as string)),
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
