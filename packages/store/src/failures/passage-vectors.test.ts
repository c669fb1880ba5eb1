import { expect, test, vi } from 'vitest';
import { createTestConnection, createTestFailureDraft, openStoreUnderTest } from '../testing/store-under-test.ts';
import type { FailureText } from './passage-vectors.ts';

const model = 'model a';

async function openStoreWithFailures(...texts: readonly string[]) {
  const { store, query } = await openStoreUnderTest();
  const { id: connectionId } = await createTestConnection(store, 'acme');
  const put = (text: string, at: number, version = '2026-01-02T04:00:00.000Z') =>
    store.failures.upsert(connectionId, [
      createTestFailureDraft({
        externalId: `P${at}`,
        title: 'Title',
        text,
        version,
        occurredAt: `2026-01-0${at + 1}T00:00:00.000Z`,
      }),
    ]);
  for (const [at, text] of texts.entries()) await put(text, at);
  const all = await store.failures.listAll();
  const idOf = (at: number) => all.find(({ externalId }) => externalId === `P${at}`)?.id ?? '';
  return { store, query, put, idOf };
}

/** Returns two vectors for each text, whose first component is the length of the text. */
const compute = vi.fn(async (texts: readonly FailureText[]) =>
  texts.map(({ text }) => ({ values: Int8Array.of(text.length, -1, 2, 127), count: 2 })),
);

test('vectors are computed for the newest failures first, and once for failures with the same text', async () => {
  compute.mockClear();
  const { store, idOf } = await openStoreWithFailures('oldest', 'same', 'same');
  expect(await store.failures.computeMissingVectors(model, 2, compute)).toBe(2);
  expect(compute.mock.calls.flatMap(([texts]) => texts.map(({ text }) => text))).toEqual(['same']);
  expect(await store.failures.countVectors(model)).toEqual({ needed: 3, computed: 2 });
  expect(await store.failures.computeMissingVectors(model, 10, compute)).toBe(1);
  expect(await store.failures.computeMissingVectors(model, 10, compute)).toBe(0);
  expect(await store.failures.readVectors(model, [idOf(0)])).toEqual([
    { id: idOf(0), values: Int8Array.of('oldest'.length, -1, 2, 127), count: 2 },
  ]);
});

test('a stored failure with the same text gives its vectors to a later one', async () => {
  compute.mockClear();
  const { store, put } = await openStoreWithFailures('same');
  await store.failures.computeMissingVectors(model, 10, compute);
  await put('same', 1);
  expect(await store.failures.computeMissingVectors(model, 10, compute)).toBe(1);
  expect(compute.mock.calls.flatMap(([texts]) => texts)).toHaveLength(1);
});

test('vectors are computed again after the text has changed, and for another model', async () => {
  const { store, put, idOf } = await openStoreWithFailures('first');
  await store.failures.computeMissingVectors(model, 10, compute);
  await put('another text', 0, '2026-01-03T00:00:00.000Z');
  expect(await store.failures.readVectors(model, [idOf(0)])).toEqual([]);
  expect(await store.failures.computeMissingVectors(model, 10, compute)).toBe(1);
  expect(await store.failures.computeMissingVectors('model b', 10, compute)).toBe(1);
  expect(await store.failures.countVectors(model)).toEqual({ needed: 1, computed: 0 });
});

test('vectors are deleted when the text changes in the database, as an erasure changes it', async () => {
  const { store, query, idOf } = await openStoreWithFailures('Ann Archer restarted it', 'another');
  await store.failures.computeMissingVectors(model, 10, compute);
  await query(`update failure set text = replace(text, 'Ann Archer', 'someone')`);
  expect((await store.failures.readVectors(model, [idOf(0), idOf(1)])).map(({ id }) => id)).toEqual([idOf(1)]);
});

test('two processes do not compute vectors at the same time', async () => {
  const { store } = await openStoreWithFailures('one', 'two');
  let second: number | null = null;
  const first = await store.failures.computeMissingVectors(model, 10, async (texts) => {
    second = await store.failures.computeMissingVectors(model, 10, compute);
    return compute(texts);
  });
  expect([first, second]).toEqual([2, 0]);
});

test('a failed computation stores nothing', async () => {
  const { store } = await openStoreWithFailures('one');
  const failing = () => Promise.reject(new Error('no model'));
  await expect(store.failures.computeMissingVectors(model, 10, failing)).rejects.toThrow('no model');
  expect(await store.failures.countVectors(model)).toEqual({ needed: 1, computed: 0 });
});

test('listFailuresWithVectors lists all failures at first, and later those with new vectors', async () => {
  const { store, put, idOf } = await openStoreWithFailures('one', 'two');
  expect(await store.failures.listFailuresWithVectors(model, null)).toEqual({ ids: [], until: null });
  await store.failures.computeMissingVectors(model, 10, compute);
  const { ids, until } = await store.failures.listFailuresWithVectors(model, null);
  expect([...ids].sort()).toEqual([idOf(0), idOf(1)].sort());
  await put('changed', 1, '2026-01-03T00:00:00.000Z');
  await store.failures.computeMissingVectors(model, 10, compute);
  const later = await store.failures.listFailuresWithVectors(model, until);
  expect(later.ids).toContain(idOf(1));
  expect(Date.parse(later.until ?? '')).toBeGreaterThanOrEqual(Date.parse(until ?? ''));
  const tomorrow = new Date(Date.parse(until ?? '') + 86_400_000).toISOString();
  expect((await store.failures.listFailuresWithVectors(model, tomorrow)).ids).toEqual([]);
});

test('all vectors are read only while every failure has some of the model', async () => {
  const { store, put, idOf } = await openStoreWithFailures('one', 'two');
  expect(await store.failures.readAllVectors(model)).toBeNull();
  await store.failures.computeMissingVectors(model, 1, compute);
  expect(await store.failures.readAllVectors(model)).toBeNull();
  await store.failures.computeMissingVectors(model, 10, compute);
  const all = await store.failures.readAllVectors(model);
  expect(all?.map(({ id }) => id).sort()).toEqual([idOf(0), idOf(1)].sort());
  expect(await store.failures.readAllVectors('model b')).toBeNull();
  await put('three', 2);
  expect(await store.failures.readAllVectors(model)).toBeNull();
});

test('the version of the clustering input changes when the last vector is computed, and not before', async () => {
  const { store, put } = await openStoreWithFailures('one', 'two');
  const without = await store.patterns.readInputVersion();
  await store.failures.computeMissingVectors(model, 1, compute);
  expect(await store.patterns.readInputVersion()).toBe(without);
  await store.failures.computeMissingVectors(model, 10, compute);
  const complete = await store.patterns.readInputVersion();
  expect(complete).not.toBe(without);
  await store.failures.computeMissingVectors('model b', 10, compute);
  expect(await store.patterns.readInputVersion()).not.toBe(complete);
  await put('one', 0, '2027-01-01T00:00:00.000Z');
  await store.failures.computeMissingVectors(model, 10, compute);
  expect(await store.patterns.readInputVersion()).toBe(complete);
});
