import { dayInMs, type Failure, hourInMs } from '@refrain/domain';
import type { ChangeIndex, Unit } from './change-index.ts';

export interface FollowUp {
  /** The later change. */
  readonly unit: Unit;
  readonly path: string;
  /** In (0, 1]: 1 where only these two ever touched the path, near 0 for one that every change touches. */
  readonly rarity: number;
}

const slack = hourInMs;

/**
 * The change that went over the same ground while an incident lasted: who mends something works where it was broken.
 * A path that many changes touch, such as a changelog, says little. Null where there is none.
 */
export function findFollowUp(failure: Failure, unit: Unit, index: ChangeIndex): FollowUp | null {
  const start = Date.parse(failure.occurredAt);
  const end = failure.resolvedAt === null ? start + dayInMs : Date.parse(failure.resolvedAt);
  let best: FollowUp | null = null;
  for (const { unit: later, change } of index.between(unit.repository, start, end + slack, 50)) {
    if (change.kind === 'deployment' || later.key === unit.key) continue;
    const shared = findSharedPath(unit, later, index);
    if (shared !== null && (best === null || shared.rarity > best.rarity)) best = { unit: later, ...shared };
  }
  return best;
}

/** The most telling path that two changes of one repository have in common. */
export function findSharedPath(a: Unit, b: Unit, index: ChangeIndex): { path: string; rarity: number } | null {
  let best: { path: string; rarity: number } | null = null;
  for (const path of a.paths) {
    if (!b.paths.has(path)) continue;
    const { touching, all } = index.countPath(a.repository, path);
    // Two of them are the two at hand.
    const rarity = Math.max(0.01, 1 - Math.log(Math.max(1, touching - 1)) / Math.log(Math.max(2, all)));
    if (best === null || rarity > best.rarity || (rarity === best.rarity && path < best.path)) best = { path, rarity };
  }
  return best;
}
