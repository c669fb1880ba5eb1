import { expect, test } from 'vitest';
import { createPatternForTest, openStoreUnderTest } from '../testing/store-under-test.ts';

/** Opens a separate store with these patterns, because a clustering affects the pending reports of the whole store. */
async function openPatterns(...ids: string[]) {
  const opened = await openStoreUnderTest();
  await opened.store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'v',
    patterns: ids.map((id) => ({ pattern: createPatternForTest({ id }), members: [] })),
  });
  return opened;
}

test('a report that becomes pending again after its data were read stays pending when it is written', async () => {
  const { store, query } = await openPatterns('a', 'b', 'gone');
  const list = () => store.reports.listPending(-1_000);
  expect(await store.reports.beginWriting()).toBe(false);
  expect((await store.reports.markPending(['a', 'b', 'never'])).toSorted()).toEqual(['a', 'b']);
  expect(await list()).toEqual(['a', 'b']);
  expect(await store.reports.listPending(60_000)).toEqual([]);

  const readAt = await store.reports.readNow();
  await query(`select pg_sleep(0.01)`);
  await store.reports.markPending(['b']);
  await store.reports.markWritten(['a', 'b'], readAt);
  expect(await list()).toEqual(['b']);
});

test('a report that became pending in the future, because of a wrong clock, is listed as pending until it is written', async () => {
  const { store, query } = await openPatterns('a');
  await store.reports.markPending(['a']);
  await query(`update pattern set report_pending_since = now() + interval '1 month'`);
  expect(await store.reports.listPending(60_000)).toEqual(['a']);
  await store.reports.markWritten(['a'], await store.reports.readNow());
  expect(await store.reports.listPending(60_000)).toEqual([]);
});

test('a stream that was marked stale in the future, because of a wrong clock, stays stale until it restarts', async () => {
  const { store, query } = await openPatterns();
  const { id } = await store.connections.ensure({
    provider: 'github',
    account: 'ahead',
    baseUrl: 'https://api.github.com',
    credential: 'unused',
    webhookSecret: null,
    scope: null,
  });
  await store.connections.ensureStreams(id, ['pulls:ahead/api']);
  await query(`update stream set state = 'done', started_at = now() - interval '1 hour'`);
  await query(`update stream set stale_at = now() + interval '1 month'`);
  const touched = async () => (await store.connections.listStaleStreams(60_000)).map(({ stream }) => stream);
  expect(await touched()).toEqual(['pulls:ahead/api']);
  const { updatedAt = '' } = (await store.connections.findStream(id, 'pulls:ahead/api')) ?? {};
  await store.connections.restartStream(id, 'pulls:ahead/api', { cursor: null, since: null }, updatedAt);
  await query(`update stream set state = 'done', started_at = started_at - interval '1 hour'`);
  expect(await touched()).toEqual([]);
  await store.connections.markStreamsStale(id, ['pulls:ahead/api']);
  expect((await store.connections.listStaleStreams(-1_000)).map(({ stream }) => stream)).toEqual(['pulls:ahead/api']);
});

test('after a clustering run was interrupted while it wrote, the reports of all active patterns become pending', async () => {
  const { store } = await openPatterns('a', 'b');
  expect(await store.reports.beginWriting()).toBe(false);
  expect(await store.reports.beginWriting()).toBe(true);
  expect((await store.reports.markPending(null)).toSorted()).toEqual(['a', 'b']);
  expect(await store.reports.beginWriting()).toBe(false);
});

test('a stream stays stale until its next start, and marking a stale stream again does not write its row', async () => {
  const { store, query } = await openPatterns();
  const { id } = await store.connections.ensure({
    provider: 'github',
    account: 'acme',
    baseUrl: 'https://api.github.com',
    credential: 'unused',
    webhookSecret: null,
    scope: null,
  });
  await store.connections.ensureStreams(id, ['pulls:acme/api', 'runs:acme/api']);
  await query(`update stream set state = 'done', started_at = now() - interval '1 hour'`);
  const touched = async () => (await store.connections.listStaleStreams(-1_000)).map(({ stream }) => stream);
  await store.connections.markStreamsStale(id, ['pulls:acme/api', 'pulls:acme/unknown']);
  expect(await touched()).toEqual(['pulls:acme/api']);
  expect(await store.connections.listStaleStreams(60_000)).toEqual([]);
  const [first] = await query(`select xmin from stream where stream like 'pulls%'`);
  await store.connections.markStreamsStale(id, ['pulls:acme/api']);
  expect(await query(`select xmin from stream where stream like 'pulls%'`)).toEqual([first]);
  await query(`update stream set started_at = now() where stream like 'pulls%'`);
  expect(await touched()).toEqual([]);
  await store.connections.markStreamsStale(id, ['pulls:acme/api']);
  expect(await touched()).toEqual(['pulls:acme/api']);
});
