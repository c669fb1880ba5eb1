import { expect, test } from 'vitest';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { createDocumentCollection } from '../similarity/document-collection.ts';
import { findNearestPoints } from './nearest-points.ts';
import type { ReportComparison } from './report-comparison.ts';

const titles = ['pool exhausted', 'pool exhausted again', 'pool exhausted at night', 'disk full', 'disk is full'];
const { vectors } = createDocumentCollection(
  titles.map((title, at) => normaliseDocument({ id: `f${at}`, title, text: '', occurredAt: '' })),
);

/** Returns the scores of the neighbours of the first point, by position. */
function scoreNeighbours(compare: ReportComparison['compare'] | null): Map<number, number> {
  const sample = titles.map((_, at) => at);
  const days = titles.map(() => null);
  const scores = new Map<number, number>();
  const reports = compare && { compare, isDoubtfulPair: () => false };
  findNearestPoints(vectors, days, sample, 4, reports).visit(0, (other, score) => scores.set(other, score));
  return scores;
}

test('findNearestPoints replaces the scores of pairs that have a report comparison', () => {
  const words = scoreNeighbours(null);
  const compared = scoreNeighbours((own, other, wordSimilarity) => (own + other === 1 ? wordSimilarity / 2 : null));
  expect([...compared.keys()]).toEqual([...words.keys()]);
  expect(compared.get(1)).toBeCloseTo((words.get(1) ?? 0) / 2, 5);
  expect(compared.get(2)).toBe(words.get(2));
});
