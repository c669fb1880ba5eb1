import { expect, test } from 'vitest';
import { openStoreUnderTest, pattern } from './store-under-test.ts';

const { store, query } = await openStoreUnderTest();
const write = (ids: readonly string[]) =>
  store.patterns.writeGrouping({
    ...{ episodes: [], lineage: [], inputVersion: 'v' },
    patterns: ids.map((id) => ({ pattern: pattern({ id }), members: [] })),
  });
/** Those that are owed at this moment. */
const list = () => store.owedReports.list(-1_000);

test('a report is owed until it is written from what was read after that', async () => {
  await write(['a', 'b', 'gone']);
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

test('where a regrouping was stopped while it wrote, all that are live are owed one', async () => {
  await write(['a', 'b']);
  expect(await store.owedReports.begin()).toBe(false);
  expect(await store.owedReports.begin()).toBe(true);
  expect((await store.owedReports.owe(null)).toSorted()).toEqual(['a', 'b']);
  expect(await store.owedReports.begin()).toBe(false);
});

test('a stream that a webhook spoke of is looked for until a pass has begun since, and is not written for each event', async () => {
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
