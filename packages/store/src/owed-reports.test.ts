import { expect, test } from 'vitest';
import { openStoreUnderTest, pattern } from './store-under-test.ts';

/** A store with these patterns; which reports are due concerns all of them. */
async function openPatterns(...ids: string[]) {
  const opened = await openStoreUnderTest();
  await opened.store.patterns.writeGrouping({
    ...{ episodes: [], lineage: [], inputVersion: 'v' },
    patterns: ids.map((id) => ({ pattern: pattern({ id }), members: [] })),
  });
  return opened;
}

test('a report is due until one is written from data that was read later', async () => {
  const { store, query } = await openPatterns('a', 'b', 'gone');
  const list = () => store.owedReports.list(-1_000);
  expect(await store.owedReports.begin()).toBe(false);
  expect((await store.owedReports.owe(['a', 'b', 'never'])).toSorted()).toEqual(['a', 'b']);
  expect(await list()).toEqual(['a', 'b']);
  expect(await store.owedReports.list(60_000)).toEqual([]);

  const readAt = await store.owedReports.now();
  await query(`select pg_sleep(0.01)`);
  await store.owedReports.owe(['b']);
  await store.owedReports.settle(['a', 'b'], readAt);
  expect(await list()).toEqual(['b']);
});

test('after a clustering run that stopped while it wrote, the reports of all active patterns are due', async () => {
  const { store } = await openPatterns('a', 'b');
  expect(await store.owedReports.begin()).toBe(false);
  expect(await store.owedReports.begin()).toBe(true);
  expect((await store.owedReports.owe(null)).toSorted()).toEqual(['a', 'b']);
  expect(await store.owedReports.begin()).toBe(false);
});

test('a stream that a webhook names is stale until its next pass begins, and is not written for every event', async () => {
  const { store, query } = await openPatterns();
  const { id } = await store.connections.ensure({
    ...{ provider: 'github', account: 'acme', baseUrl: 'https://api.github.com', credential: 'unused' },
    ...{ webhookSecret: null, scope: null },
  });
  await store.connections.ensureStreams(id, ['pulls:acme/api', 'runs:acme/api']);
  await query(`update stream set state = 'done', started_at = now() - interval '1 hour'`);
  const touched = async () => (await store.connections.listTouched(-1_000)).map(({ stream }) => stream);
  await store.connections.touchStreams(id, ['pulls:acme/api', 'pulls:acme/unknown']);
  expect(await touched()).toEqual(['pulls:acme/api']);
  expect(await store.connections.listTouched(60_000)).toEqual([]);
  const [first] = await query(`select xmin from stream where stream like 'pulls%'`);
  await store.connections.touchStreams(id, ['pulls:acme/api']);
  expect(await query(`select xmin from stream where stream like 'pulls%'`)).toEqual([first]);
  await query(`update stream set started_at = now() where stream like 'pulls%'`);
  expect(await touched()).toEqual([]);
  await store.connections.touchStreams(id, ['pulls:acme/api']);
  expect(await touched()).toEqual(['pulls:acme/api']);
});
