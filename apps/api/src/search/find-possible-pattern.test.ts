import { expect, test } from 'vitest';
import { findPossiblePattern } from './find-possible-pattern.ts';

const match = (id: string, score = 0.6, isWeak = false) => ({ id, score, isWeak });
const patternsOf = [{ failureId: 'a', id: 'p', name: 'Disk full', confidence: 0.9, remedies: null, mechanism: null }];
const patternIds = new Map([
  ['a', 'p'],
  ['b', 'p'],
  ['c', 'p'],
  ['d', null],
]);
const find = (matches: Parameters<typeof findPossiblePattern>[0]) =>
  findPossiblePattern(matches, patternIds, patternsOf);

test('findPossiblePattern names the pattern of at least three and half of the similar failures', () => {
  const matches = [match('a'), match('d'), match('b'), match('c'), match('e', 0.4)];
  expect(find(matches)).toEqual({ id: 'p', name: 'Disk full', remedies: null, failures: 3, of: 4 });
  expect(find([match('a'), match('b'), match('d')])).toBeNull();
  expect(find([...matches, ...['e', 'f', 'g'].map((id) => match(id))])).toBeNull();
});

test('findPossiblePattern does not count weak matches', () => {
  expect(find([match('a'), match('b'), match('c', 0.6, true)])).toBeNull();
});
