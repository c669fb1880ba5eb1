import { expect, test } from 'vitest';
import { groupPatternChanges } from './group-pattern-changes.ts';

const pattern = {
  patternId: 'p',
  name: 'Disk full',
  lesson: '',
  episodes: 1,
  episodesBefore: 0,
  recurrence: 'returned',
  newRecurrence: null,
  direction: null,
  probability: null,
} as const;
const titlesOf = (...patterns: Parameters<typeof groupPatternChanges>[0]) =>
  groupPatternChanges(patterns).map(({ title }) => title);

test('groupPatternChanges puts a pattern into every group that it belongs to', () => {
  expect(titlesOf({ ...pattern, newRecurrence: 'returned', direction: 'rising' })).toEqual(['Returned', 'Rising']);
});

test('groupPatternChanges puts unchanged patterns with episodes last and omits unchanged patterns without episodes', () => {
  expect(titlesOf(pattern)).toEqual(['Recurred']);
  expect(titlesOf({ ...pattern, episodes: 0 })).toEqual([]);
});

test('groupPatternChanges uses recurrence if a digest of an earlier version has no newRecurrence', () => {
  const { newRecurrence: _, ...earlier } = pattern;
  expect(titlesOf(earlier)).toEqual(['Returned']);
});
