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

test('a pattern can have become several things', () => {
  expect(titlesOf({ ...pattern, became: 'returned', direction: 'rising' })).toEqual(['Returned', 'Rising']);
});

test('what only came again is told last, what did nothing is not told', () => {
  expect(titlesOf(pattern)).toEqual(['Came again']);
  expect(titlesOf({ ...pattern, episodes: 0 })).toEqual([]);
});

test('what was written before this was known is told by where it stood', () => {
  const { became: _, ...earlier } = pattern;
  expect(titlesOf(earlier)).toEqual(['Returned']);
});
