import { expect, test } from 'vitest';
import { openStoreUnderTest } from '../testing/store-under-test.ts';

const { store, query } = await openStoreUnderTest();
const write = (inputVersion: string) =>
  store.patterns.writeGrouping({ episodes: [], patterns: [], lineage: [], inputVersion });

test('what a regrouping took is known of the last that ended, and when the last began', async () => {
  await store.groupingPace.begin();
  expect(await store.groupingPace.find()).toBeNull();
  await write('v1');
  await store.groupingPace.end();
  expect(await store.groupingPace.find()).toBeNull();

  await store.groupingPace.begin();
  await query(`update grouping_state set begun_at = begun_at - interval '61 seconds'`);
  await write('v2');
  await store.groupingPace.end();
  const ended = await store.groupingPace.find();
  expect(ended?.tookMs).toBeGreaterThanOrEqual(61_000);
  expect(ended?.begunMsAgo).toBeGreaterThanOrEqual(61_000);

  await store.groupingPace.begin();
  const begun = await store.groupingPace.find();
  expect(begun?.tookMs).toBe(ended?.tookMs);
  expect(begun?.begunMsAgo).toBeLessThan(61_000);
});
