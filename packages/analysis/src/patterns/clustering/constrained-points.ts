import type { Episode } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import type { ClusteringConstraints } from './clustering-constraints.ts';

/**
 * The unit of clustering: the failures of one episode, whose texts are compared as one. An incident, its failed
 * deployment and its revert describe different aspects of what recurs.
 */
export interface Point {
  /** Sorted */
  readonly failureIds: readonly string[];
  readonly episodeId: string;
}

/**
 * Creates one point per episode, or one per failure if people separated the failures of the episode.
 * @returns the points, sorted by the id of each point's first failure, and the constraints on their positions
 */
export function createClusteringPoints(
  ids: readonly string[],
  episodes: readonly Episode[],
  constraints: ClusteringConstraints,
) {
  const known = new Set(ids);
  const bound = bindFailures(known, constraints);
  const members = new Map<string, { episodeId: string; failureIds: string[] }>();
  const placed = new Set<string>();
  for (const episode of [...episodes].sort((a, b) => compareStrings(a.id, b.id))) {
    const failureIds = episode.failureIds.filter((id) => known.has(id) && !placed.has(id)).sort();
    for (const id of failureIds) placed.add(id);
    if (bound.join(failureIds)) members.set(failureIds[0] as string, { episodeId: episode.id, failureIds });
    else for (const id of failureIds) members.set(id, { episodeId: episode.id, failureIds: [id] });
  }
  for (const id of known) if (!placed.has(id)) members.set(id, { episodeId: id, failureIds: [id] });

  const points = [...members.values()].sort((a, b) =>
    compareStrings(a.failureIds[0] as string, b.failureIds[0] as string),
  );
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

function bindFailures(ids: ReadonlySet<string>, constraints: ClusteringConstraints) {
  const groupOf = new Map([...ids].map((id) => [id, new Set([id])]));
  const unite = (ids: readonly string[]) => {
    const united = new Set(ids.flatMap((id) => [...(groupOf.get(id) ?? [])]));
    for (const id of united) groupOf.set(id, united);
  };
  for (const ids of constraints.together) unite(ids);
  return {
    /** Binds failures together, unless people separated any two of them. Returns whether the failures were bound. */
    join(failureIds: readonly string[]): boolean {
      const united = new Set(failureIds.flatMap((id) => [...(groupOf.get(id) ?? [])]));
      if (united.size === 0 || constraints.apart.some(([a, b]) => united.has(a) && united.has(b))) return false;
      unite(failureIds);
      return true;
    },
    listGroups: () => [...new Set(groupOf.values())].map((group) => [...group].sort()),
  };
}
