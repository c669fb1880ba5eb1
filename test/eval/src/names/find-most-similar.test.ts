import { expect, test } from 'vitest';
import { findMostSimilar } from './find-most-similar.ts';

const similarityOf = (a: string, b: string) => Number(a.charAt(0) === b.charAt(0));

test('findMostSimilar returns the first of equally similar names', () => {
  expect(findMostSimilar('Disk full', ['Queue stuck', 'Depot closed', 'Disk lost'], similarityOf)).toEqual({
    name: 'Depot closed',
    similarity: 1,
  });
});

test('findMostSimilar returns no name if there is none to compare', () => {
  expect(findMostSimilar('Disk full', [], similarityOf).name).toBe('');
});
