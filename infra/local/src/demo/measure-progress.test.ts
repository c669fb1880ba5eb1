import type { BackfillProgress } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeMeasured, measureProgress } from './measure-progress.ts';

function backfill(records: number, expected: number | null, pending: number): BackfillProgress {
  return {
    connectionId: 'c',
    since: null,
    state: 'running',
    records,
    expected,
    pending,
    perSecond: null,
    secondsLeft: null,
    streams: [],
  };
}

test('adds up several backfills and tells the time that is left', () => {
  const measured = measureProgress([backfill(600, 1_000, 100), backfill(500, 2_000, 0)], 5_000, 0);
  expect(measured).toEqual({ done: 1_000, total: 3_000, rate: 200, secondsLeft: 10 });
  expect(describeMeasured(measured)).toBe('1,000 of 3,000 records, 200/s, 10 s left');
});

test('a second run does not count what was done before it', () => {
  expect(measureProgress([backfill(1_100, 1_100, 0)], 1_000, 1_000).rate).toBe(100);
});

test('knows no end before the first record, nor where the provider tells no number', () => {
  expect(measureProgress([backfill(0, null, 0)], 0, 0)).toEqual({ done: 0, total: 0, rate: 0, secondsLeft: null });
  expect(measureProgress([backfill(50, null, 20)], 1_000, 0)).toMatchObject({ done: 30, total: 50 });
});
