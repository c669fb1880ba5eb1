import { expect, test } from 'vitest';
import { spellWords } from './spell-words.ts';

test('the words of an identifier are shown as the text spells it, once, and a part of another one is shown alone', () => {
  expect(spellWords(['graph', 'ql', 'pool'], 'Requests to the GraphQL API fail: pool_size is 0')).toEqual([
    'GraphQL',
    'pool',
  ]);
});

test('a whole word is preferred to an identifier, and an unknown word is kept', () => {
  expect(spellWords(['pool', 'lost'], 'poolSize of the Pool')).toEqual(['Pool', 'lost']);
});
