import { expect, test } from 'vitest';
import { createSparseVector } from '../similarity/sparse-vector.ts';
import { measureGenres } from './measure-genres.ts';
import { createNeighbourGraph } from './neighbour-graph.ts';

/** What all reports have in common makes them .3 near to each other; the rest of each is its own. */
const commonPart = Math.sqrt(0.3);
const ownPart = Math.sqrt(0.7);
const report = (index: number) =>
  createSparseVector([
    [0, commonPart],
    [1_000 + index, ownPart],
  ]);
/** Two of them say the same and are near for that, not for their form. */
const twin = createSparseVector([
  [0, commonPart],
  [1_000, ownPart],
]);
const message = (index: number) => createSparseVector([[2_000 + index, 1]]);

const reports = [...Array.from({ length: 20 }, (_, index) => report(index)), twin];
const messages = Array.from({ length: 150 }, (_, index) => message(index));
const vectors = [...reports, ...messages];
const genres = [...reports.map(() => 'incident'), ...messages.map(() => 'reverted_change')];

test('the form that a few texts share is measured, that of many is left to their neighbours', () => {
  const measured = measureGenres(vectors, genres);
  for (const position of reports.keys()) expect(measured[position]).toBeCloseTo(0.3);
  for (const position of messages.keys()) expect(measured[reports.length + position]).toBe(0);
  expect(measureGenres(reports.slice(0, 5), ['a', 'a', 'a', 'a', 'a'])).toEqual([0, 0, 0, 0, 0]);
});

test('texts are not neighbours for their form alone, and twins still are', () => {
  const graph = createNeighbourGraph(vectors, genres);
  expect([...(graph[1] ?? [])]).toEqual([]);
  expect([...(graph[0]?.keys() ?? [])]).toEqual([20]);
});
