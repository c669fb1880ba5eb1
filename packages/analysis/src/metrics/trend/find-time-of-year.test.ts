import { expect, test } from 'vitest';
import { findTimeOfYear } from './find-time-of-year.ts';

const peaks = ['2024-12-03', '2025-11-20', '2025-11-28', '2025-12-05', '2025-12-12', '2025-12-15'];
const list = (days: readonly string[]) => [...days].sort().map((day) => `${day}T08:00:00Z`);

test('findTimeOfYear finds the weeks of the year in which most episodes began', () => {
  const found = findTimeOfYear(list([...peaks, '2025-04-02']));
  expect(found?.positions).toHaveLength(6);
  expect([found?.from.slice(5, 10), found?.until.slice(5, 10)]).toEqual(['11-20', '12-15']);
});

test('findTimeOfYear finds a time around the turn of the year', () => {
  const turn = ['2023-12-28', '2024-01-04', '2024-12-30', '2025-01-06', '2025-12-29', '2026-01-02'];
  const found = findTimeOfYear(list(turn));
  expect([found?.from.slice(5, 10), found?.until.slice(5, 10)]).toEqual(['12-28', '01-06']);
});

test('findTimeOfYear finds nothing in episodes of one year, in few episodes, and in episodes all over the year', () => {
  expect(findTimeOfYear(list(peaks.map((day) => day.replace('2024', '2025'))))).toBeNull();
  expect(findTimeOfYear(list(peaks.slice(0, 5)))).toBeNull();
  expect(findTimeOfYear(list(['2024-02-01', '2024-05-01', ...peaks.slice(0, 3), '2025-07-04']))).toBeNull();
});
