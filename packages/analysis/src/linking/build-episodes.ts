import type { Episode, Failure } from '@refrain/domain';
import { sortByTime } from '../collections/sort-by-time.ts';

export interface FailurePair {
  readonly a: string;
  readonly b: string;
}

/**
 * Groups joined failures into episodes (connected components), but never puts both failures of an `apart` pair into one
 * episode.
 * @param joins pairs to join, strongest first; a join that would unite an `apart` pair is skipped
 * @returns the episodes, earliest first, and the joins that were used
 */
export function buildEpisodes(
  failures: readonly Failure[],
  joins: readonly FailurePair[],
  apart: readonly FailurePair[],
): { episodes: Episode[]; used: Set<FailurePair> } {
  const sorted = sortByTime(failures);
  const order = new Map(sorted.map((failure, at) => [failure.id, at]));
  const members = new Map<string, string[]>(sorted.map(({ id }) => [id, [id]]));
  const root = new Map<string, string>(sorted.map(({ id }) => [id, id]));
  const separated = new Map<string, Set<string>>();
  for (const { a, b } of apart) {
    separated.set(a, (separated.get(a) ?? new Set()).add(b));
    separated.set(b, (separated.get(b) ?? new Set()).add(a));
  }
  const used = new Set<FailurePair>();
  for (const join of joins) {
    const a = root.get(join.a);
    const b = root.get(join.b);
    if (a === undefined || b === undefined) continue;
    if (a === b) {
      used.add(join);
      continue;
    }
    const [small, large] = (members.get(a)?.length ?? 0) <= (members.get(b)?.length ?? 0) ? [a, b] : [b, a];
    const moving = members.get(small) ?? [];
    const clashes = moving.some((id) => [...(separated.get(id) ?? [])].some((other) => root.get(other) === large));
    if (clashes) continue;
    for (const id of moving) root.set(id, large);
    members.get(large)?.push(...moving);
    members.delete(small);
    used.add(join);
  }
  const episodes = [...members.values()].map((ids) => {
    const failureIds = ids.sort((x, y) => (order.get(x) ?? 0) - (order.get(y) ?? 0));
    return { id: failureIds[0] ?? '', failureIds };
  });
  episodes.sort((x, y) => (order.get(x.id) ?? 0) - (order.get(y.id) ?? 0));
  return { episodes, used };
}
