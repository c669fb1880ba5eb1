import { expect, onTestFinished, test } from 'vitest';
import type { Store } from './store.ts';
import { openStoreUnderTest } from './store-under-test.ts';
import { openPlainClient } from './testing.ts';

const { databaseUrl, open } = await openStoreUnderTest();
const listing = { query: 'lock', limit: 10 };

test('a search for words is refused after its time limit, and a list without words has no such limit', async () => {
  const store = open({ wordsWithinMs: 100 });
  const holder = await openPlainClient(databaseUrl);
  onTestFinished(() => holder.end());
  // Reads of these tables wait now, as slow searches would.
  await holder.query('begin');
  await holder.query('lock table failure, pattern in access exclusive mode');
  const searchesOf = (store: Store) => [
    () => store.failures.list(listing),
    () => store.patterns.list(listing),
    () => store.patterns.facets({ query: 'lock' }),
    () => store.reports.listLibrary(listing),
  ];
  for (const search of searchesOf(store)) {
    await expect(search()).rejects.toMatchObject({
      ...{ code: 'unavailable', retryable: true, message: expect.stringContaining('narrow it down') },
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
  // A busy machine may need more than 100 ms for a search.
  for (const search of searchesOf(open())) await search();
});
