import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { createStore } from './create-store.ts';
import { createPostgresPool, keepaliveSettings } from './sql/postgres-pool.ts';
import { testEncryptionKey } from './testing/index.ts';
import { createTestConnection, openStoreUnderTest } from './testing/store-under-test.ts';

test('an invalid database URL or key is refused, and the error does not contain it', () => {
  const bad = () => createStore({ databaseUrl: 'postgres//me:hunter2@host', encryptionKey: testEncryptionKey });
  expect(bad).toThrow(expect.objectContaining({ code: 'misconfigured' }));
  expect(bad).not.toThrow(/hunter2/u);
  const short = () => createStore({ databaseUrl: 'postgres://host/db', encryptionKey: Buffer.alloc(16) });
  expect(short).toThrow(
    expect.objectContaining({ code: 'misconfigured', message: expect.stringContaining('32 bytes') }),
  );
});

test('a query rejects with `unavailable` if no server listens', async () => {
  const store = createStore({
    databaseUrl: `postgres://me@127.0.0.1:${await freePort()}/db`,
    encryptionKey: testEncryptionKey,
  });
  await expect(store.ping()).rejects.toMatchObject({ code: 'unavailable', retryable: true });
  await store.close();
});

test('a store recovers from the loss of all its connections, idle and in use', async () => {
  const { store, query } = await openStoreUnderTest();
  await createTestConnection(store, 'acme');
  await Promise.all(Array.from({ length: 4 }, () => store.ping()));
  async function* records() {
    yield { type: 't', deliveryKey: 'k1', payload: 1 };
    // Other tests use the same server at the same time.
    await query(
      'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()',
      ['refrain'],
    );
    yield { type: 't', deliveryKey: 'k2', payload: 2 };
  }
  const [connection] = await store.connections.list();
  await expect(store.inbox.storeAll(connection?.id ?? '', records(), 'file')).rejects.toMatchObject({
    code: 'unavailable',
  });
  // The pool may hand out a dead connection, because it has not noticed the loss yet.
  await expect
    .poll(
      () =>
        store.ping().then(
          () => 'available',
          ({ code }) => code,
        ),
      { timeout: 20_000 },
    )
    .toBe('available');
  await Promise.all(Array.from({ length: 4 }, () => store.ping()));
  expect(await store.inbox.countUnprocessed()).toBe(0);
});

test('client and server both detect a lost connection within a minute', async () => {
  const { databaseUrl } = await openStoreUnderTest();
  const pool = createPostgresPool({ databaseUrl, poolSize: 1, applicationName: 'refrain', parallelWorkers: null });
  const client = await pool.connect();
  for (const [name, value] of keepaliveSettings)
    expect(await client.query(`select current_setting('${name}') as value`, [])).toMatchObject({
      rows: [{ value: String(value) }],
    });
  client.release();
  await pool.end();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
