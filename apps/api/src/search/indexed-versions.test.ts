import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIndexedVersions } from './indexed-versions.ts';

type Stored = Readonly<Record<string, string>>;

/** Lists buckets like the store: by the first two characters of ids, with a digest of the contents. */
function listBuckets(stored: Stored) {
  const names = [...new Set(Object.keys(stored).map((id) => id.slice(0, 2)))];
  return names.map((bucket) => {
    const own = Object.entries(stored).filter(([id]) => id.startsWith(bucket));
    return { bucket, failures: own.length, digest: JSON.stringify(own.sort()) };
  });
}

const listVersions = (stored: Stored, buckets: readonly string[]) =>
  Object.entries(stored)
    .filter(([id]) => buckets.includes(id.slice(0, 2)))
    .map(([id, version]) => ({ id, bucket: id.slice(0, 2), version }));

const states = fc.array(
  fc.dictionary(fc.constantFrom('aa1', 'aa2', 'ab1', 'ab2', 'zz1'), fc.constantFrom('v1', 'v2'), {
    noNullPrototype: true,
  }),
);

test('after each comparison, the search index equals the store, and another comparison finds no difference', () => {
  fc.assert(
    fc.property(states, (history) => {
      const held = createIndexedVersions();
      const copy = new Map<string, string>();
      for (const stored of history) {
        const listed = listBuckets(stored);
        const moved = held.listChanged(listed);
        const { put, drop } = held.compare(moved, listVersions(stored, moved));
        for (const { id, version } of put) copy.set(id, version);
        for (const id of drop) copy.delete(id);
        held.note(put, drop);
        held.markSynced(moved, listed);
        expect(Object.fromEntries(copy)).toEqual(stored);
        expect(held.size()).toBe(copy.size);
        expect(held.listChanged(listed)).toEqual([]);
      }
    }),
  );
});

test('the next comparison of the search index with the store includes a failure that could not be indexed', () => {
  const held = createIndexedVersions();
  const listed = listBuckets({ aa1: 'v1', aa2: 'v1' });
  const { put } = held.compare(['aa'], listVersions({ aa1: 'v1', aa2: 'v1' }, ['aa']));
  held.note(put.slice(0, 1), []);
  expect(held.listChanged(listed)).toEqual(['aa']);
  expect(held.compare(['aa'], put).put.map(({ id }) => id)).toEqual(['aa2']);
});
