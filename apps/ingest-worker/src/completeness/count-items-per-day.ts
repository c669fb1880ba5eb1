import type { ProviderItem } from '@refrain/connectors';

export interface ItemCountsOfDay {
  readonly day: string;
  readonly existing: number;
  readonly stored: number;
}

export function formatItemKey({ kind, externalId }: ProviderItem): string {
  return `${kind}/${externalId}`;
}

/**
 * For each day, counts the items at the provider, and how many of them are stored. Days in `counted` without items get zeros.
 * Sorted by day.
 * @param missing keys of the items that are not stored
 */
export function countItemsPerDay(
  items: readonly ProviderItem[],
  missing: ReadonlySet<string>,
  counted: readonly string[],
): ItemCountsOfDay[] {
  const days = new Map(counted.map((day) => [day, { existing: 0, stored: 0 }]));
  const seen = new Set<string>();
  for (const item of items) {
    const key = formatItemKey(item);
    if (seen.has(key)) continue;
    seen.add(key);
    const day = item.at.slice(0, 10);
    const { existing, stored } = days.get(day) ?? { existing: 0, stored: 0 };
    days.set(day, { existing: existing + 1, stored: stored + (missing.has(key) ? 0 : 1) });
  }
  return [...days].map(([day, count]) => ({ day, ...count })).sort((a, b) => (a.day < b.day ? -1 : 1));
}
