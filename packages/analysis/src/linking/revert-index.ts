import type { Failure } from '@refrain/domain';
import type { ChangeIndex } from './change-index.ts';
import { revertingUnit, unitOfFailure } from './unit-of-failure.ts';

export interface RevertIndex {
  /** When a unit was first taken back. */
  readonly at: ReadonlyMap<string, number>;
  readonly by: ReadonlyMap<string, ReadonlySet<string>>;
  /** Units that are reverts themselves: they end things, they rarely start them. */
  readonly units: ReadonlySet<string>;
  readonly failures: ReadonlyMap<string, Failure>;
}

export function indexReverts(failures: readonly Failure[], index: ChangeIndex): RevertIndex {
  const at = new Map<string, number>();
  const by = new Map<string, Set<string>>();
  const units = new Set<string>();
  const byUnit = new Map<string, Failure>();
  for (const failure of failures) {
    if (failure.kind !== 'reverted_change') continue;
    const target = unitOfFailure(failure, index);
    const own = revertingUnit(failure, index);
    if (own !== null) {
      units.add(own.key);
      byUnit.set(own.key, failure);
    }
    if (target === null) continue;
    at.set(target.key, Math.min(at.get(target.key) ?? Number.POSITIVE_INFINITY, Date.parse(failure.occurredAt)));
    if (own !== null) by.set(target.key, (by.get(target.key) ?? new Set()).add(own.key));
  }
  return { at, by, units, failures: byUnit };
}
