import { expect, test } from 'vitest';
import { describeFolded, foldWeakMatches } from './fold-weak-matches.ts';

const match = (id: string, score: number, fields = {}) => ({
  id,
  score,
  isWeak: false,
  isRepeat: false,
  hasSameTitle: false,
  shared: { words: ['disk', 'full'] },
  ...fields,
});
const namesOf = (matches: readonly { readonly id: string }[]) => matches.map(({ id }) => id).join('');

test('foldWeakMatches folds matches that share only a common word, and low scores after the third match', () => {
  const { shown, folded } = foldWeakMatches(
    [
      match('a', 0.6),
      match('b', 0.5, { isWeak: true }),
      match('c', 0.3),
      match('d', 0.3),
      match('e', 0.3),
      match('f', 0.2, { isWeak: true, hasSameTitle: true }),
    ],
    true,
  );
  expect([namesOf(shown), namesOf(folded)]).toEqual(['acdf', 'be']);
});

test('foldWeakMatches folds matches that share a single word if the verdict is not “seen before”', () => {
  const matches = [match('a', 0.4), match('b', 0.4, { shared: { words: ['disk'] } })];
  expect(namesOf(foldWeakMatches(matches, false).folded)).toBe('b');
  expect(namesOf(foldWeakMatches(matches, true).folded)).toBe('');
});

test('describeFolded says how many matches are folded', () => {
  expect(describeFolded(1, true)).toBe('1 failure shares only a common word or a small part of the text.');
  expect(describeFolded(3, false)).toBe('3 more failures share only a common word or a small part of the text.');
});
