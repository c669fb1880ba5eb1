import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePositionsByHash } from './sample.ts';

const ids = Array.from({ length: 3_000 }, (_, index) => `failure-${index}`);

test('samplePositionsByHash selects all ids if there are at most 512, and 512 otherwise', () => {
  expect(samplePositionsByHash(['b', 'a'])).toEqual([0, 1]);
  expect(samplePositionsByHash([])).toEqual([]);
  const sample = samplePositionsByHash(ids);
  expect(sample).toHaveLength(512);
  expect(sample).toEqual([...new Set(sample)].sort((a, b) => a - b));
});

test('samplePositionsByHash replaces at most one selected id when another id is added, for ids in any order', () => {
  const named = (all: readonly string[]) => new Set(samplePositionsByHash(all).map((position) => all[position]));
  const before = named(ids);
  fc.assert(
    fc.property(fc.string(), fc.nat(ids.length), (id, at) => {
      const grown = named([...ids.slice(at).reverse(), id, ...ids.slice(0, at)]);
      expect([...grown].filter((one) => !before.has(one)).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 20 },
  );
});
