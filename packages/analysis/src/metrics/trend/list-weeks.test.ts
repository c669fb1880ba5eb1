import { expect, it } from 'vitest';
import { listWeeks } from './list-weeks.ts';

it('listWeeks starts weeks on Monday in UTC and names them by the year of their Thursday', () => {
  const weeks = listWeeks({ from: '2025-12-24T12:00:00.000Z', until: '2026-01-06T00:00:00.000Z' });
  expect(weeks.map(({ week, from, until }) => [week, (until - from) / 86_400_000])).toEqual([
    ['2025-W52', 4.5],
    ['2026-W01', 7],
    ['2026-W02', 1],
  ]);
});

it.each([
  ['2020-12-31T00:00:00.000Z', '2020-W53'],
  ['2021-01-03T23:59:59.999Z', '2020-W53'],
  ['2021-01-04T00:00:00.000Z', '2021-W01'],
  ['2024-12-30T00:00:00.000Z', '2025-W01'],
])('listWeeks puts %s into the week %s', (from, week) => {
  const until = new Date(Date.parse(from) + 1).toISOString();
  expect(listWeeks({ from, until }).map((one) => one.week)).toEqual([week]);
});
