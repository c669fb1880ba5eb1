import { expect, test } from 'vitest';
import { createEffectChart, formatIsoWeek, listEffectRates } from './effect-figures.ts';

const rate = (value: number) => ({ episodes: 3, exposure: 10, value, low: value / 2, high: value * 2 });
const perWeek = { before: rate(0.5), expectedRate: 0.4, expected: 2, after: rate(0.1), ratio: null };
const weeks = ['2025-W52', '2026-W01', '2026-W02', '2026-W03'].map((week) => ({ week, episodes: 1 }));

test.each([
  ['2025-12-31T23:00:00.000Z', '2026-W01'],
  ['2026-01-04T23:59:00.000Z', '2026-W01'],
  ['2026-01-05T00:00:00.000Z', '2026-W02'],
  ['2027-01-01T00:00:00.000Z', '2026-W53'],
])('formatIsoWeek(%s) returns %s', (instant, week) => {
  expect(formatIsoWeek(instant)).toBe(week);
});

test('createEffectChart starts the line of the rate since the fix in the week of the fix', () => {
  expect(createEffectChart(weeks, { fixedAt: '2026-01-06T00:00:00.000Z', perWeek })?.levels).toEqual([
    { label: 'before', value: 0.5, from: 0, to: 1 },
    { label: 'since', value: 0.1, from: 2, to: 3 },
  ]);
});

test('createEffectChart shows only the rate before the fix if no week follows the fix, and returns null without weeks', () => {
  expect(createEffectChart(weeks, { fixedAt: '2026-06-01T00:00:00.000Z', perWeek })?.levels).toHaveLength(1);
  expect(createEffectChart([], { fixedAt: '2026-06-01T00:00:00.000Z', perWeek })).toBeNull();
});

test('listEffectRates returns each rate with its interval', () => {
  expect(listEffectRates({ perWeek: { ...perWeek, after: null } })).toEqual([
    { label: 'before', value: 0.5, low: 0.25, high: 1 },
    { label: 'expected without the fix', value: 0.4, low: null, high: null },
  ]);
});
