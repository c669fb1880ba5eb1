import type { Failure } from '@refrain/domain';
import { lowerBound } from '../collections/lower-bound.ts';
import type { ChangeIndex, ChangeUnit } from './change-index.ts';
import { findChangeOfFailure, findRevertingChange } from './find-change-of-failure.ts';

export interface RevertTimes {
  /** Time of the first revert of each reverted change, in ms since 1970, by the change's key. */
  readonly revertedAt: ReadonlyMap<string, number>;
  /** Keys of the changes that are reverts. */
  readonly revertKeys: ReadonlySet<string>;
  /** Returns the changes that were first reverted in [from, to], latest first, at most `maxReverts`. */
  between(from: number, to: number): readonly ChangeUnit[];
}

export interface RevertIndex extends RevertTimes {
  /** Keys of the reverts of each reverted change, indexed by the change's key. */
  readonly revertKeysOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly failureByRevert: ReadonlyMap<string, Failure>;
}

const maxReverts = 40;

export function indexReverts(failures: readonly Failure[], index: ChangeIndex): RevertIndex {
  const at = new Map<string, number>();
  const by = new Map<string, Set<string>>();
  const targets = new Map<string, ChangeUnit>();
  const units = new Set<string>();
  const byUnit = new Map<string, Failure>();
  for (const failure of failures) {
    if (failure.kind !== 'reverted_change') continue;
    const target = findChangeOfFailure(failure, index);
    const own = findRevertingChange(failure, index);
    if (own !== null) {
      units.add(own.key);
      byUnit.set(own.key, failure);
    }
    if (target === null) continue;
    targets.set(target.key, target);
    at.set(target.key, Math.min(at.get(target.key) ?? Number.POSITIVE_INFINITY, Date.parse(failure.occurredAt)));
    if (own !== null) by.set(target.key, (by.get(target.key) ?? new Set()).add(own.key));
  }
  const inOrder = [...at]
    .map(([key, time]) => ({ key, time }))
    .sort((a, b) => a.time - b.time || (a.key > b.key ? -1 : 1));
  return {
    revertedAt: at,
    revertKeysOf: by,
    revertKeys: units,
    failureByRevert: byUnit,
    between(from, to) {
      const start = lowerBound(inOrder, ({ time }) => time < from);
      const end = lowerBound(inOrder, ({ time }) => time <= to);
      return inOrder
        .slice(Math.max(start, end - maxReverts), end)
        .reverse()
        .flatMap(({ key }) => targets.get(key) ?? []);
    },
  };
}
