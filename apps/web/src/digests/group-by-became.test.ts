import { expect, test } from 'vitest';
import { groupByBecame } from './group-by-became.ts';

const pattern = {
  patternId: 'p',
  name: 'Disk full',
  lesson: '',
  episodes: 1,
  episodesBefore: 0,
  recurrence: 'returned',
  became: null,
  direction: null,
  probability: null,
} as const;
const titlesOf = (...patterns: Parameters<typeof groupByBecame>[0]) =>
  groupByBecame(patterns).map(({ title }) => title);

test('groupByBecame puts a pattern into every group that it belongs to', () => {
  expect(titlesOf({ ...pattern, became: 'returned', direction: 'rising' })).toEqual(['Returned', 'Rising']);
});

test('groupByBecame puts other patterns with episodes last and omits those without', () => {
  expect(titlesOf(pattern)).toEqual(['Came again']);
  expect(titlesOf({ ...pattern, episodes: 0 })).toEqual([]);
});

test('groupByBecame uses the recurrence in digests of earlier versions', () => {
  const { became: _, ...earlier } = pattern;
  expect(titlesOf(earlier)).toEqual(['Returned']);
});
