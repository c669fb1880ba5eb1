import { describe, expect, test } from 'vitest';
import {
  countDocumentsByTerm,
  createRepositoryTermWeights,
  createTermWeightLookup,
  inverseDocumentFrequency,
  toUnitVector,
} from './tf-idf.ts';

test('inverseDocumentFrequency is positive for a term in all documents and largest for a term in no document', () => {
  expect(inverseDocumentFrequency(9, 9)).toBeGreaterThan(0);
  expect(inverseDocumentFrequency(9, 4.5)).toBeCloseTo(Math.log(2), 12);
  expect(inverseDocumentFrequency(9, 0)).toBeCloseTo(Math.log(20), 12);
});

test('countDocumentsByTerm counts a repeated term of one document once', () => {
  expect(countDocumentsByTerm([['a', 'b', 'a'], ['b']])).toEqual(
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
  );
});

test('createTermWeightLookup counts the given number of unseen documents as documents without terms', () => {
  const documents = [['pool', 'full'], ['pool']];
  expect(createTermWeightLookup(documents)('pool')).toBeCloseTo(Math.log(3 / 2.5), 12);
  expect(createTermWeightLookup(documents, 3)('pool')).toBeCloseTo(Math.log(6 / 2.5), 12);
});

describe('createRepositoryTermWeights', () => {
  const documents = Array.from({ length: 40 }, (_, at) => ({
    repository: at < 20 ? 'acme/cart' : 'acme/search',
    words: new Set(at < 20 ? ['cart'] : ['index']),
  }));
  const weigh = createRepositoryTermWeights(documents);

  test('gives a word that is common in a repository less weight there than elsewhere', () => {
    expect(weigh('acme/cart', 'cart')).toBeLessThan(weigh('acme/search', 'cart'));
  });

  test('weighs a word by the documents of all repositories if its own repository has none', () => {
    expect(weigh('acme/new', 'cart')).toBeCloseTo(inverseDocumentFrequency(40, 20), 12);
  });
});

test('toUnitVector scales to length 1 and returns an empty list for weights of 0', () => {
  expect(toUnitVector([['a', 3] as const, ['b', 4] as const])).toEqual([
    ['a', 0.6],
    ['b', 0.8],
  ]);
  expect(toUnitVector([['a', 0] as const])).toEqual([]);
});
