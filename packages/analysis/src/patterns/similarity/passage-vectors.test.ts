import { expect, test } from 'vitest';
import { createPassageVectors } from './passage-vectors.ts';

test('findNearest returns the passage with the smallest angle to the query, whatever the lengths of the vectors', () => {
  const vectors = createPassageVectors();
  vectors.put('a', Int8Array.of(100, 0, 3, 4, 0, -127), 3);
  expect(vectors.findNearest(Int8Array.of(6, 8), 'a')).toEqual({ cosine: 1, passage: 1 });
  expect(vectors.findNearest(Int8Array.of(127, 0), 'a')).toEqual({ cosine: 1, passage: 0 });
});

test('findNearest returns null without vectors, and for vectors of another model', () => {
  const vectors = createPassageVectors();
  vectors.put('a', Int8Array.of(1, 2, 3), 1);
  expect(vectors.findNearest(Int8Array.of(1, 2), 'a')).toBeNull();
  expect(vectors.findNearest(Int8Array.of(1, 2, 3), 'b')).toBeNull();
  vectors.drop('a');
  expect(vectors.findNearest(Int8Array.of(1, 2, 3), 'a')).toBeNull();
});

test('findNearest returns a cosine of 0 for a vector without a direction', () => {
  const vectors = createPassageVectors();
  vectors.put('a', Int8Array.of(0, 0), 1);
  expect(vectors.findNearest(Int8Array.of(1, 1), 'a')).toEqual({ cosine: 0, passage: 0 });
});
