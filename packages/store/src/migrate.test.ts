import { expect, inject, test } from 'vitest';
import { createStore } from './create-store.ts';
import { openStoreUnderTest, testKey } from './store-under-test.ts';
import { createScratchDatabase } from './testing.ts';

test('several processes may migrate an empty database at once, and again', async () => {
  const scratch = await createScratchDatabase(inject('databaseUrl'));
  const stores = Array.from({ length: 4 }, () =>
    createStore({ databaseUrl: scratch.databaseUrl, encryptionKey: testKey }),
  );
  try {
    await Promise.all(stores.map((store) => store.migrate()));
    await stores[0]?.migrate();
    expect(await stores[0]?.failures.count()).toBe(0);
  } finally {
    await Promise.all(stores.map((store) => store.close()));
    await scratch.drop();
  }
});

test('refuses a database of a newer version and leaves it as it is', async () => {
  const { store, query } = await openStoreUnderTest();
  await query(`insert into schema_migration (name, timestamp) values ('9999-future', '2999')`);
  await expect(store.migrate()).rejects.toMatchObject({
    code: 'misconfigured',
    message: expect.stringContaining('newer version'),
  });
});

test('a query before the first migration says what to do', async () => {
  const scratch = await createScratchDatabase(inject('databaseUrl'));
  const store = createStore({ databaseUrl: scratch.databaseUrl, encryptionKey: testKey });
  await expect(store.failures.count()).rejects.toMatchObject({
    code: 'misconfigured',
    message: expect.stringContaining('run the migrations'),
  });
  await store.close();
  await scratch.drop();
});
