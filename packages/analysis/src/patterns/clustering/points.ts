import type { Episode } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import type { Constraints } from './constraints.ts';

/**
 * What is grouped: an episode, that is, all texts about one event taken as one. The page, the failed deployment and
 * the revert say different things; together they say what recurs.
 */
export interface Point {
  /** Sorted. */
  readonly failureIds: readonly string[];
  readonly episodeId: string;
}

/** Points in the order of their first failure id, and the constraints in terms of their positions. */
export interface Points {
  readonly points: readonly Point[];
  readonly together: readonly (readonly number[])[];
  readonly apart: readonly (readonly [number, number])[];
}

/**
 * One point per episode. People's decisions come before episodes: an episode that would bring together what must stay
 * apart falls into its failures, each a point of the same episode.
 */
export function createPoints(ids: readonly string[], episodes: readonly Episode[], constraints: Constraints): Points {
  const known = new Set(ids);
  const bound = bindFailures(known, constraints);
  const members = new Map<string, { episodeId: string; failureIds: string[] }>();
  const placed = new Set<string>();
  for (const episode of [...episodes].sort((a, b) => compare(a.id, b.id))) {
    const failureIds = episode.failureIds.filter((id) => known.has(id) && !placed.has(id)).sort();
    for (const id of failureIds) placed.add(id);
    if (bound.join(failureIds)) members.set(failureIds[0] as string, { episodeId: episode.id, failureIds });
    else for (const id of failureIds) members.set(id, { episodeId: episode.id, failureIds: [id] });
  }
  for (const id of known) if (!placed.has(id)) members.set(id, { episodeId: id, failureIds: [id] });

  const points = [...members.values()].sort((a, b) => compare(a.failureIds[0] as string, b.failureIds[0] as string));
  const positionOf = new Map(
    points.flatMap(({ failureIds }, position) => failureIds.map((id) => [id, position] as const)),
  );
  const locate = (id: string) => positionOf.get(id) as number;
  return {
    points,
    together: bound
      .listGroups()
      .map((ids) => [...new Set(ids.map(locate))])
      .filter((group) => group.length > 1),
    apart: constraints.apart.map(([a, b]) => [locate(a), locate(b)] as const),
  };
}

/** Keeps which failures are bound to each other, by decision or by episode. */
function bindFailures(ids: ReadonlySet<string>, constraints: Constraints) {
  const groupOf = new Map([...ids].map((id) => [id, new Set([id])]));
  const unite = (ids: readonly string[]) => {
    const united = new Set(ids.flatMap((id) => [...(groupOf.get(id) ?? [])]));
    for (const id of united) groupOf.set(id, united);
  };
  for (const ids of constraints.together) unite(ids);
  return {
    /** False, and nothing done, where it would bring together what must stay apart, or there is nothing to join. */
    join(failureIds: readonly string[]): boolean {
      const united = new Set(failureIds.flatMap((id) => [...(groupOf.get(id) ?? [])]));
      if (united.size === 0 || constraints.apart.some(([a, b]) => united.has(a) && united.has(b))) return false;
      unite(failureIds);
      return true;
    },
    listGroups: () => [...new Set(groupOf.values())].map((group) => [...group].sort()),
  };
}
