import { expect, test } from 'vitest';
import { rankSimilarPatterns } from './rank-similar-patterns.ts';

const [pool, disk] = [
  { id: 'p', name: 'Pool exhausted', remedies: null },
  { id: 'd', name: 'Disk full', remedies: null },
];

test('rankSimilarPatterns lists each pattern once, ordered by its most similar failure', () => {
  const matches = [
    { pattern: disk, score: 0.4 },
    { pattern: pool, score: 0.3 },
    { pattern: null, score: 0.9 },
    { pattern: pool, score: 0.6 },
  ];
  expect(rankSimilarPatterns(matches)).toEqual([
    { ...pool, similarity: 0.6 },
    { ...disk, similarity: 0.4 },
  ]);
});
