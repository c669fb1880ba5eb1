import { expect, test } from 'vitest';
import { findBackfillStart, type Reach } from './backfill-start.ts';

const now = new Date('2026-05-04T10:00:00.000Z');

test.each<[Reach, string, string | null | undefined]>([
  ['months3', '', '2026-02-04T10:00:00.000Z'],
  ['years2', '', '2024-05-04T10:00:00.000Z'],
  ['all', '2025-01-01', null],
  ['date', '2025-01-01', '2025-01-01T00:00:00.000Z'],
  ['date', '', undefined],
  ['date', '2026-02-31x', undefined],
  ['date', '2026-06-01', undefined],
])('findBackfillStart turns the choice %s %s into %s', (reach, date, since) => {
  expect(findBackfillStart(reach, date, now)).toBe(since);
});
