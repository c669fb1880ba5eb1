import { dayInMs, hourInMs } from '@refrain/domain';
import type { ChangeIndex, ChangeUnit } from './change-index.ts';

export interface FollowUpChange {
  readonly unit: ChangeUnit;
  readonly path: string;
  /** Rarity of the path, in (0, 1]: 1 if no other change touched it, near 0 if every change did. */
  readonly rarity: number;
}

const slackMs = hourInMs;
const maxLater = 50;

/** Returns a function that finds the change during the incident that shares the rarest file with a given change. */
export function createFollowUpChangeFinder(start: number, end: number | null, index: ChangeIndex) {
  const laterIn = new Map<string, Set<ChangeUnit>>();
  return (unit: ChangeUnit): FollowUpChange | null => {
    let later = laterIn.get(unit.repository);
    if (later === undefined) {
      const candidateEvents = index.between(unit.repository, start, (end ?? start + dayInMs) + slackMs, maxLater);
      later = new Set(
        candidateEvents
          .filter(({ change }) => change.kind !== 'deployment')
          .map((candidateEvent) => candidateEvent.unit),
      );
      laterIn.set(unit.repository, later);
    }
    let best: FollowUpChange | null = null;
    for (const other of later) {
      const shared = other.key === unit.key ? null : findRarestSharedPath(unit, other, index);
      if (shared !== null && (best === null || shared.rarity > best.rarity)) best = { unit: other, ...shared };
    }
    return best;
  };
}

export function findRarestSharedPath(
  a: ChangeUnit,
  b: ChangeUnit,
  index: ChangeIndex,
): { path: string; rarity: number } | null {
  let best: { path: string; rarity: number } | null = null;
  for (const path of a.paths) {
    if (!b.paths.has(path)) continue;
    const { touching, all } = index.countPath(a.repository, path);
    // Subtracts 1, so that a path that only these two changes touch has rarity 1.
    const rarity = Math.max(0.01, 1 - Math.log(Math.max(1, touching - 1)) / Math.log(Math.max(2, all)));
    if (best === null || rarity > best.rarity || (rarity === best.rarity && path < best.path)) best = { path, rarity };
  }
  return best;
}
