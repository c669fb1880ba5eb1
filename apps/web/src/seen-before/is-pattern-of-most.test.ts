import { expect, test } from 'vitest';
import { isPatternOfMost } from './is-pattern-of-most.ts';

const match = (id: string | null, score = 0.6, isWeak = false) => ({
  score,
  isWeak,
  isRepeat: false,
  hasSameTitle: false,
  shared: { hasLine: false, words: [], services: [] },
  pattern: id === null ? null : { id, name: id, remedies: null },
});

test('isPatternOfMost requires more than half of the shown failures, and at least two', () => {
  const pattern = { id: 'a' };
  expect(isPatternOfMost({ pattern, matches: [match('a'), match('b'), match('a')] })).toBe(true);
  expect(isPatternOfMost({ pattern, matches: [match('a'), match('b'), match('a'), match(null)] })).toBe(false);
  expect(isPatternOfMost({ pattern, matches: [match('a')] })).toBe(false);
  expect(isPatternOfMost({ pattern: null, matches: [match('a'), match('a')] })).toBe(false);
});

test('isPatternOfMost ignores failures that share only a common word', () => {
  const weak = match(null, 0.1, true);
  expect(isPatternOfMost({ pattern: { id: 'a' }, matches: [match('a'), match('a'), weak, weak, weak] })).toBe(true);
});
