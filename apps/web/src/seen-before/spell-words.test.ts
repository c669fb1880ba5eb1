import { expect, test } from 'vitest';
import { spellWords } from './spell-words.ts';

test('words of an identifier are shown as the text spells the identifier, once', () => {
  expect(spellWords(['graph', 'ql', 'pool'], 'Requests to the GraphQL API fail: pool_size is 0')).toEqual([
    'GraphQL',
    'pool_size',
  ]);
});

test('a whole word is preferred to an identifier, and an unknown word is kept', () => {
  expect(spellWords(['pool', 'lost'], 'poolSize of the Pool')).toEqual(['Pool', 'lost']);
});
