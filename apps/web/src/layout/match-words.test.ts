import { expect, test } from 'vitest';
import { matchWords } from './match-words.ts';

test.each([
  ['label-press', 'press', true],
  ['Seen before?', 'be se', true],
  ['Overview', '', true],
  ['Overview', 'view', false],
])('matchWords(%o, %o) returns %o', (text, query, expected) => {
  expect(matchWords(text, query)).toBe(expected);
});
