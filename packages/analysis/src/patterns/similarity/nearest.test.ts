import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIndexedVectors } from './indexed-vectors.ts';
import { createNearestVectorSearch, type ScoredVector } from './nearest.ts';
import { createSparseVector, dot, type SparseVector } from './sparse-vector.ts';

const features = 12;

/** Vectors whose features are numbered by rarity, the rarest first, as a vocabulary does. */
const vectors = fc
  .array(fc.uniqueArray(fc.nat(features - 1), { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 40 })
  .map((all) => {
    const frequencyOf = (id: number) => all.filter((ids) => ids.includes(id)).length;
    const order = Array.from({ length: features }, (_, id) => id).sort((a, b) => frequencyOf(a) - frequencyOf(b));
    return all.map((ids) =>
      createSparseVector(ids.map((id) => [order.indexOf(id), Math.sqrt((id % 4) + 1) / Math.sqrt(32)])),
    );
  });

/** Indexes the vectors before position `from` together, and adds the others one by one. */
function grow(all: readonly SparseVector[], from: number, budget?: number) {
  const nearest = createNearestVectorSearch(createIndexedVectors(all.slice(0, from)), budget);
  expect(all.slice(from).map(nearest.add)).toEqual(all.slice(from).map((_, at) => from + at));
  return nearest;
}

function compareWithAll(all: readonly SparseVector[], vector: SparseVector): ScoredVector[] {
  return all
    .map((other, index) => ({ index, score: dot(vector, other) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index);
}

test('createNearestVectorSearch finds the same vectors as a full comparison if the budget suffices, also after additions', () => {
  fc.assert(
    fc.property(vectors, fc.nat(40), (all, added) => {
      const nearest = grow(all, Math.max(0, all.length - added));
      all.forEach((vector, own) => {
        const expected = compareWithAll(all, vector).filter(({ index }) => index !== own);
        const found = nearest.find(vector, all.length, own);
        expect(found.map(({ index }) => index)).toEqual(expected.map(({ index }) => index));
        found.forEach(({ score }, at) => {
          expect(score).toBeCloseTo(expected[at]?.score ?? 0, 6);
        });
        expect(nearest.scoreAll(vector)[own]).toBeCloseTo(dot(vector, vector), 5);
      });
    }),
    { numRuns: 200 },
  );
});

test('createNearestVectorSearch finds the same results for added vectors as for vectors indexed from the start', () => {
  fc.assert(
    fc.property(vectors, fc.nat(40), fc.nat(60), fc.integer({ min: 1, max: 10 }), (all, added, budget, k) => {
      const whole = createNearestVectorSearch(createIndexedVectors(all), budget);
      const grown = grow(all, Math.max(0, all.length - added), budget);
      for (const vector of all) expect(grown.find(vector, k)).toEqual(whole.find(vector, k));
    }),
    { numRuns: 300 },
  );
});

test('createNearestVectorSearch reads the postings of a rare feature first even if it was added later', () => {
  const [common, late] = [0, 1];
  const nearest = createNearestVectorSearch(createIndexedVectors([createSparseVector([[common, 1]])]), 1);
  for (let count = 0; count < 3; count++) nearest.add(createSparseVector([[common, 1]]));
  const position = nearest.add(createSparseVector([[late, 1]]));
  const query = createSparseVector([
    [common, 0.8],
    [late, 0.6],
  ]);
  expect(nearest.find(query, 5).map(({ index }) => index)).toEqual([position]);
});
