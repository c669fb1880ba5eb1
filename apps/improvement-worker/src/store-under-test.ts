import { createStore, type Store } from '@refrain/store';
import { createScratchDatabase } from '@refrain/store/testing';
import { afterAll, inject } from 'vitest';

/** A migrated store on a database of its own; all of it is gone after the tests of the file. */
export async function openStoreUnderTest(): Promise<Store> {
  const scratch = await createScratchDatabase(inject('databaseUrl'));
  const store = createStore({ databaseUrl: scratch.databaseUrl, encryptionKey: Buffer.alloc(32, 7) });
  await store.migrate();
  afterAll(async () => {
    await store.close();
    await scratch.drop();
  });
  return store;
}
