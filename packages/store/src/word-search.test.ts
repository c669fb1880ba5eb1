import { expect, onTestFinished, test } from 'vitest';
import { openStoreUnderTest } from './store-under-test.ts';
import { openPlainClient } from './testing.ts';

const { databaseUrl, open } = await openStoreUnderTest();
const listing = { query: 'lock', limit: 10 };

test('words are looked for so long and no longer, and what is read without them waits', async () => {
  const store = open({ wordsWithinMs: 100 });
  const holder = await openPlainClient(databaseUrl);
  onTestFinished(() => holder.end());
  // What reads these waits, as it would for a long list.
  await holder.query('begin');
  await holder.query('lock table failure, pattern in access exclusive mode');
  const searches = [
    () => store.failures.list(listing),
    () => store.patterns.list(listing),
    () => store.patterns.facets({ query: 'lock' }),
    () => store.reports.listLibrary(listing),
  ];
  for (const search of searches) {
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
  for (const search of searches) await search();
});
