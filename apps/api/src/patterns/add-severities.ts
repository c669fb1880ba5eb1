import { findWorstCountedSeverity } from '@refrain/analysis';
import type { WorstSeverity } from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { MeasuredPeriods } from '../measurement/period-reader.ts';

/** Adds the highest severity of the episodes of each pattern in the shown period. */
export async function addSeverities<Item extends { readonly id: string }>(
  { patterns }: Pick<Store, 'patterns'>,
  items: readonly Item[],
  periods: MeasuredPeriods | null,
): Promise<(Item & { worstSeverity: WorstSeverity | null })[]> {
  if (periods === null) return items.map((item) => ({ ...item, worstSeverity: null }));
  const counted = await patterns.countSeverities(
    items.map(({ id }) => id),
    periods.shown,
  );
  return items.map((item) => ({ ...item, worstSeverity: findWorstCountedSeverity(counted.get(item.id) ?? []) }));
}
