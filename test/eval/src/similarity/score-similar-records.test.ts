import { expect, test } from 'vitest';
import { scoreSimilarRecords } from './score-similar-records.ts';

const groups = new Map<string, string | null>([
  ['a', 'g'],
  ['b', 'g'],
  ['c', 'h'],
  ['d', 'h'],
  ['e', 'i'],
  ['f', null],
]);
const list = (id: string, ...neighbours: string[]) => ({
  id,
  neighbours: neighbours.map((neighbour) => ({ id: neighbour })),
});

test('the score of similar records depends on the rank of the first duplicate, and omits records without a duplicate in the file', () => {
  // Rank of the first duplicate: 1 for a, 2 for b, 6 for c, none for d. e has no duplicate in the file, and f has no group.
  const predicted = [
    list('a', 'b', 'c'),
    list('b', 'f', 'a'),
    list('c', 'a', 'b', 'e', 'f', 'a', 'd'),
    list('d', 'a'),
    list('e', 'a'),
    list('f', 'a'),
  ];
  expect(scoreSimilarRecords(predicted, groups)).toEqual({
    scored: 4,
    recallAt1: 1 / 4,
    recallAt5: 2 / 4,
    recallAt10: 3 / 4,
    meanReciprocalRank: (1 + 1 / 2 + 1 / 6) / 4,
  });
});

test('the score of similar records is null if there are no duplicates', () => {
  expect(scoreSimilarRecords([list('e', 'a')], groups)).toBeNull();
});
