import type { ProviderItem } from '@refrain/connectors';
import { expect, test } from 'vitest';
import { countItemsPerDay } from './count-items-per-day.ts';

const item = (externalId: string, at: string): ProviderItem => ({ kind: 'commit', externalId, at });

test('counts each item once, on its day in UTC, and counts zero for an empty day', () => {
  const items = [
    item('b', '2026-01-02T23:59:59.999Z'),
    item('a', '2026-01-01T00:00:00.000Z'),
    item('c', '2026-01-02T00:00:00.000Z'),
    item('a', '2026-01-01T00:00:00.000Z'),
  ];
  expect(countItemsPerDay(items, new Set(['commit/c', 'incident/a']), ['2026-01-03', '2026-01-02'])).toEqual([
    { day: '2026-01-01', existing: 1, stored: 1 },
    { day: '2026-01-02', existing: 2, stored: 1 },
    { day: '2026-01-03', existing: 0, stored: 0 },
  ]);
});
