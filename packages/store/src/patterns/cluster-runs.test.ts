import { expect, test } from 'vitest';
import { openStoreUnderTest } from '../testing/store-under-test.ts';

async function openStore() {
  const { store, query } = await openStoreUnderTest();
  const write = (inputVersion: string) =>
    store.patterns.writeClustering({ episodes: [], patterns: [], lineage: [], inputVersion });
  return { store, query, write };
}

test('findRunTiming returns the duration of the last finished clustering run and the start of the latest one', async () => {
  const { store, query, write } = await openStore();
  await store.patterns.beginRun();
  expect(await store.patterns.findRunTiming()).toBeNull();
  await write('v1');
  await store.patterns.endRun();
  expect(await store.patterns.findRunTiming()).toBeNull();

  await store.patterns.beginRun();
  await query(`update clustering_state set begun_at = begun_at - interval '61 seconds'`);
  await write('v2');
  await store.patterns.endRun();
  const ended = await store.patterns.findRunTiming();
  expect(ended?.tookMs).toBeGreaterThanOrEqual(61_000);
  expect(ended?.begunMsAgo).toBeGreaterThanOrEqual(61_000);

  await store.patterns.beginRun();
  const begun = await store.patterns.findRunTiming();
  expect(begun?.tookMs).toBe(ended?.tookMs);
  expect(begun?.begunMsAgo).toBeLessThan(61_000);
});

test('the first analysis is done once it is recorded, and stays done after later clusterings', async () => {
  const { store, write } = await openStore();
  await write('v3');
  expect(await store.patterns.isFirstAnalysisDone()).toBe(false);
  await store.patterns.recordFirstAnalysis();
  await write('v4');
  expect(await store.patterns.isFirstAnalysisDone()).toBe(true);
});
