import { expect, test } from 'vitest';
import { listMonthTicks } from './list-month-ticks.ts';

const at = (...date: [number, number, number?, number?]) => new Date(...date).getTime();
const formatTicks = (from: number, until: number) =>
  listMonthTicks(from, until).map((tick) => {
    const date = new Date(tick);
    expect([date.getDate(), date.getHours(), date.getMinutes()]).toEqual([1, 0, 0]);
    return `${date.getFullYear()}-${date.getMonth() + 1}`;
  });

test('listMonthTicks returns at most five equally spaced beginnings of months', () => {
  expect(formatTicks(at(2026, 0, 6), at(2026, 10, 1))).toEqual(['2026-3', '2026-5', '2026-7', '2026-9', '2026-11']);
  expect(formatTicks(at(2026, 0, 1), at(2026, 4, 31))).toEqual(['2026-1', '2026-2', '2026-3', '2026-4', '2026-5']);
  expect(formatTicks(at(2025, 10, 2), at(2026, 6, 3))).toEqual(['2026-1', '2026-3', '2026-5', '2026-7']);
  expect(formatTicks(at(2019, 5, 1), at(2026, 4, 3))).toEqual(['2020-1', '2022-1', '2024-1', '2026-1']);
  expect(formatTicks(at(1990, 0, 1), at(2026, 0, 1)).length).toBeLessThanOrEqual(5);
});

test('listMonthTicks returns nothing if no month begins in the range', () => {
  expect(listMonthTicks(at(2026, 2, 3), at(2026, 2, 30, 23))).toEqual([]);
  expect(formatTicks(at(2026, 2, 3), at(2026, 3, 1))).toEqual(['2026-4']);
});
