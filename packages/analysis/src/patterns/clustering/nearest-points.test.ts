import { expect, test } from 'vitest';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { createDocumentCollection } from '../similarity/document-collection.ts';
import type { MeaningComparison } from '../similarity/meanings.ts';
import { findNearestPoints } from './nearest-points.ts';

const titles = ['pool exhausted', 'pool exhausted again', 'pool exhausted at night', 'disk full', 'disk is full'];
const { vectors } = createDocumentCollection(
  titles.map((title, at) => normaliseDocument({ id: `f${at}`, title, text: '', occurredAt: '' })),
);

/** Returns the scores of the neighbours of the first point, by position. */
function scoreNeighbours(compare: MeaningComparison | null): Map<number, number> {
  const sample = titles.map((_, at) => at);
  const days = titles.map(() => null);
  const scores = new Map<number, number>();
  findNearestPoints(vectors, days, sample, 4, compare).visit(0, (other, score) => scores.set(other, score));
  return scores;
}

test('findNearestPoints mixes words and meaning, but compares words alone if a point has no meaning', () => {
  const words = scoreNeighbours(null);
  const both = scoreNeighbours((own, other) => (own + other === 2 ? 1 : own + other === 1 ? 0 : null));
  expect([...both.keys()]).toEqual([...words.keys()]);
  expect(both.get(1)).toBeCloseTo(0.55 * (words.get(1) ?? 0) - 0.06, 5);
  expect(both.get(2)).toBeCloseTo(0.55 * (words.get(2) ?? 0) + 0.45 - 0.06, 5);
});
