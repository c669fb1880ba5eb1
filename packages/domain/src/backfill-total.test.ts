import { expect, test } from 'vitest';
import { formatBackfillTotal, sumBackfillProgress } from './backfill-total.ts';
import type { BackfillProgress } from './connection.ts';

const backfill = (fields: Partial<BackfillProgress>): BackfillProgress => ({
  connectionId: 'c',
  since: null,
  syncedAt: null,
  state: 'running',
  records: 0,
  expected: null,
  pending: 0,
  perSecond: null,
  secondsLeft: null,
  streams: [],
  ...fields,
});

test('the total has the sum of the rates of all backfills, and the remaining time of the slowest backfill', () => {
  const total = sumBackfillProgress([
    backfill({ records: 600, expected: 3_000, pending: 100, perSecond: 200.4, secondsLeft: 12 }),
    backfill({ records: 500, expected: 2_000, perSecond: 110, secondsLeft: 13.6 }),
    backfill({ state: 'done', records: 34, expected: 34 }),
  ]);
  expect(total).toEqual({ records: 1_134, expected: 5_034, pending: 100, perSecond: 310.4, secondsLeft: 13.6 });
  expect(formatBackfillTotal(total)).toBe('1,134 of about 5,034 records · 310/s · about 14 s left · 100 to parse');
});

test('the total has no remaining time if a running backfill has no estimate', () => {
  const one = backfill({ records: 10, expected: 20, perSecond: 1, secondsLeft: 10 });
  expect(sumBackfillProgress([one, backfill({})])).toMatchObject({ perSecond: 1, secondsLeft: null });
  expect(sumBackfillProgress([one, backfill({ state: 'failed' })])).toMatchObject({ secondsLeft: 10 });
  expect(formatBackfillTotal(sumBackfillProgress([]))).toBe('0 of about 0 records · 0 to parse');
});

test('the expected number of records is never lower than the stored number', () => {
  expect(sumBackfillProgress([backfill({ records: 7, expected: 3 })])).toMatchObject({ records: 7, expected: 7 });
});

test.each([
  [119.2, '120 s'],
  [130, '2 min'],
  [7_200, '2 h'],
])('formats %d seconds as %s', (secondsLeft, text) => {
  const total = { records: 1_234_567, expected: 2_000_000, pending: 0, perSecond: null, secondsLeft };
  expect(formatBackfillTotal(total)).toBe(`1,234,567 of about 2,000,000 records · about ${text} left · 0 to parse`);
});
