import { expect, onTestFinished, test } from 'vitest';
import type { Store } from '../create-store.ts';
import { openRawDatabaseClient } from '../testing/index.ts';
import { createTestConnection, createTestFailureDraft, openStoreUnderTest } from '../testing/store-under-test.ts';

const { databaseUrl, open } = await openStoreUnderTest();
const listing = { query: 'lock', limit: 10 };

test('a search for words is refused after the timeout, and a list without words has no timeout', async () => {
  const store = open({ textSearchTimeoutMs: 100 });
  const holder = await openRawDatabaseClient(databaseUrl);
  onTestFinished(() => holder.end());
  // These locks block all reads of the tables, as a slow search would.
  await holder.query('begin');
  await holder.query('lock table failure, pattern in access exclusive mode');
  const searchesOf = (store: Store) => [
    () => store.failures.list(listing),
    () => store.patterns.list(listing),
    () => store.patterns.countFacets({ query: 'lock' }),
    () => store.reports.listLibrary(listing),
  ];
  for (const search of searchesOf(store)) {
    await expect(search()).rejects.toMatchObject({
      code: 'unavailable',
      retryable: true,
      message: expect.stringContaining('Restrict it to'),
    });
  }
  let isRead = false;
  const reading = store.failures.list({ limit: 10 }).then(() => {
    isRead = true;
  });
  await expect(store.failures.list(listing)).rejects.toMatchObject({ code: 'unavailable' });
  expect(isRead).toBe(false);
  await holder.query('commit');
  await reading;
  // Uses the default timeout, because a search may exceed the 100 ms of the other store on a busy machine.
  for (const search of searchesOf(open())) await search();
});

test('a search finds texts that contain all words of the query, and counts repeated words of the query once', async () => {
  const store = open();
  const { id } = await createTestConnection(store, 'acme');
  await store.failures.upsert(id, [createTestFailureDraft({ title: 'Lock timeout', text: 'b c d e f g' })]);
  const totalOf = async (query: string) => (await store.failures.list({ query, limit: 10 })).total;
  const often = 'lock LOCK Lock '.repeat(10);
  expect(await totalOf(`${often} timeout`)).toBe(1);
  expect(await totalOf(`${often} elsewhere`)).toBe(0);
  expect(await totalOf('lock timeout b c d e f g')).toBe(1);
});

test('each list refuses a query of more than eight different words', async () => {
  const store = open();
  const listing = { query: 'a b c d e f g h i', limit: 10 };
  const searches = [
    () => store.failures.list(listing),
    () => store.patterns.list(listing),
    () => store.patterns.countFacets(listing),
    () => store.reports.listLibrary(listing),
  ];
  for (const search of searches) {
    await expect(search()).rejects.toMatchObject({
      code: 'invalid_input',
      message: 'The query has 9 different words. Search for at most 8.',
    });
  }
});
