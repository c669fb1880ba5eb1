import { createHash } from 'node:crypto';
import { localAdminId } from '@refrain/domain';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { createStore } from '../create-store.ts';
import { createKeyring } from '../encryption/keyring.ts';
import { createDialect } from '../sql/postgres-dialect.ts';
import { createPool } from '../sql/postgres-pool.ts';
import { createScratchDatabase, openPlainClient, testKey } from '../testing/index.ts';
import { openStoreUnderTest, readAll } from '../testing/store-under-test.ts';
import type { Database } from './database.ts';
import { createMigrator, migrateToLatest } from './migrate.ts';
import { createMigrationProvider } from './migrations/index.ts';

test('several processes can migrate an empty database at once, and repeatedly', async () => {
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

test('accepts a database of a newer version that only added tables or columns, and migrates nothing', async () => {
  const { store, query } = await openStoreUnderTest();
  expect(await store.migrate()).toEqual([]);
  await query(`insert into schema_migration (name, timestamp) values ('9998-more', '2999'), ('9999-future', '2999')`);
  expect(await store.migrate()).toEqual(['9998-more', '9999-future']);
  expect(await query(`select name from schema_migration order by name desc limit 1`)).toEqual([
    { name: '9999-future' },
  ]);
});

test.each([
  ['removed something', ['9998-more', '9999-future-contract'], 'beside 9999-future-contract;'],
  ['has another first migration', ['0000-other'], null],
])('refuses a database of a newer version that %s, and does not change it', async (_, made, reason) => {
  const { store, query } = await openStoreUnderTest();
  const list = () => query('select name from schema_migration order by name');
  await query(`insert into schema_migration (name, timestamp) select unnest($1::text[]), '2999'`, [made]);
  if (reason === null)
    await query(`delete from schema_migration where name = (select max(name) from schema_migration)`);
  const before = await list();
  await expect(store.migrate()).rejects.toMatchObject({
    code: 'misconfigured',
    message: expect.stringMatching(/newer version .* install the newer version$/u),
  });
  if (reason !== null) await expect(store.migrate()).rejects.toThrow(reason);
  expect(await list()).toEqual(before);
});

test('a query before the first migration says to run the migrations', async () => {
  const scratch = await createScratchDatabase(inject('databaseUrl'));
  const store = createStore({ databaseUrl: scratch.databaseUrl, encryptionKey: testKey });
  await expect(store.failures.count()).rejects.toMatchObject({
    code: 'misconfigured',
    message: expect.stringContaining('run the migrations'),
  });
  await store.close();
  await scratch.drop();
});

/** A database of the first version with `count` plain payloads in the inbox, every third one of them unprocessed. */
async function createFirstVersion(count: number) {
  const scratch = await createScratchDatabase(inject('databaseUrl'));
  const pool = new pg.Pool({ connectionString: scratch.databaseUrl, max: 1 });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  await createMigrator(db, createMigrationProvider(createKeyring(testKey))).migrateTo('0001-foundation');
  const query = async (text: string, values: unknown[] = []) => (await pool.query(text, values)).rows;
  await query(`insert into connection (id, provider, account, scope, status)
    values ('old', 'github', 'acme', '{"repositories": ["acme/*"], "services": []}', 'active')`);
  await query(
    `insert into inbox (connection_id, source, type, delivery_key, payload, processed_at, outcome, problem)
     select 'old', 'pull', 'github.commit', 'key ' || n, jsonb_build_object('n', n, 'text', repeat('plain canary ', n % 50)),
       case when n % 3 = 0 then null else now() end,
       case when n % 3 = 0 then null when n % 7 = 0 then 'unreadable' else 'stored' end,
       case when n % 3 <> 0 and n % 7 = 0 then 'number is missing' end
     from generate_series(1, $1) n`,
    [count],
  );
  return {
    databaseUrl: scratch.databaseUrl,
    query,
    async drop() {
      await db.destroy();
      await scratch.drop();
    },
  };
}

test('migrating encrypts the plain payloads of the first version, and changes nothing else about them', async () => {
  const first = await createFirstVersion(2_100);
  const store = createStore({ databaseUrl: first.databaseUrl, encryptionKey: testKey });
  try {
    const [before] = await first.query('select max(id) as id from inbox');
    await Promise.all([store.migrate(), store.migrate()]);
    expect(await store.inbox.countUnprocessed('old')).toBe(700);
    expect((await store.inbox.listUnreadable('old', { limit: 1_000 })).items).toHaveLength(200);
    expect((await store.connections.find('old'))?.scope).toMatchObject({
      repositories: ['acme/*'],
      incidentLabels: expect.arrayContaining(['incident']),
    });
    const [{ holds } = {}] = await first.query(
      `select bool_or(position('canary'::bytea in payload) > 0 or inbox::text like '%canary%') as holds from inbox`,
    );
    expect(holds).toBe(false);

    expect(await store.inbox.markForReplay('old')).toEqual({ records: 1_400, expired: 0 });
    const waiting = await store.inbox.listUnprocessed(10_000, '2999-01-01T00:00:00.000Z');
    const rows = await readAll(
      store,
      waiting.map(({ id }) => id),
    );
    expect(rows.map(({ payload }) => payload)).toEqual(
      Array.from({ length: 2_100 }, (_, index) => ({ n: index + 1, text: 'plain canary '.repeat((index + 1) % 50) })),
    );

    const page = (key: string) => ({
      records: [{ type: 'github.commit', deliveryKey: key, payload: 1 }],
      source: 'pull' as const,
    });
    expect((await store.inbox.storePage('old', page('key 5'))).newIds).toEqual([]);
    const { newIds } = await store.inbox.storePage('old', page('new'));
    expect(BigInt(newIds[0] ?? 0)).toBeGreaterThan(BigInt(String(before?.id)));
    await store.connections.remove('old');
    expect(await first.query('select from inbox')).toEqual([]);
  } finally {
    await store.close();
    await first.drop();
  }
});

test('tokens, sessions and links from before there were users belong to the admin, even those that the former version still adds', async () => {
  const scratch = await createScratchDatabase(inject('databaseUrl'));
  const pool = new pg.Pool({ connectionString: scratch.databaseUrl, max: 1 });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const store = createStore({ databaseUrl: scratch.databaseUrl, encryptionKey: testKey });
  try {
    await createMigrator(db, createMigrationProvider(createKeyring(testKey))).migrateTo('0016-pattern-review');
    const addAsFormerVersion = async (secret: string) => {
      const hash = createHash('sha256').update(secret).digest('hex');
      await pool.query(`insert into api_token (id, name, hash) values ($1, 'of before', $2)`, [secret, hash]);
      await pool.query(`insert into session (id, hash, expires_at) values ($1, $2, now() + interval '1 day')`, [
        secret,
        hash,
      ]);
      await pool.query(`insert into sign_in_link (hash, expires_at) values ($1, now() + interval '1 hour')`, [hash]);
    };
    await addAsFormerVersion('before');
    await store.migrate();
    const user = { id: localAdminId, role: 'admin' };
    for (const secret of ['before', 'after']) {
      if (secret === 'after') await addAsFormerVersion(secret);
      expect(await store.access.findToken(secret)).toMatchObject({ scopes: ['admin'], user });
      expect(await store.access.findSession(secret)).toMatchObject({ user });
      expect(await store.access.useSignInLink(secret, 60_000)).toMatchObject({ user });
    }
  } finally {
    await store.close();
    await db.destroy();
    await scratch.drop();
  }
});

/** A database before the migration `0022-progress`, and a transaction that locks a table which that migration alters. */
async function createHeldVersion() {
  const { databaseUrl, drop } = await createScratchDatabase(inject('databaseUrl'));
  const pool = createPool({ databaseUrl, poolSize: 1, applicationName: 'refrain-test', parallelWorkers: null });
  const db = new Kysely<Database>({ dialect: createDialect(pool) });
  await createMigrator(db, createMigrationProvider(createKeyring(testKey))).migrateTo('0021-decisions');
  const holder = await openPlainClient(databaseUrl);
  await holder.query('begin');
  await holder.query('lock table inbox_waiting in row exclusive mode');
  return {
    db,
    databaseUrl,
    release: () => holder.query('commit'),
    async drop() {
      await holder.end();
      await db.destroy();
      await drop();
    },
  };
}

test('while a transaction locks a table the former version can write to it, and the migration ends afterwards', async () => {
  const held = await createHeldVersion();
  const store = createStore({ databaseUrl: held.databaseUrl, encryptionKey: testKey });
  const worker = await openPlainClient(held.databaseUrl);
  const waits = async () =>
    (await worker.query(`select from pg_locks where relation = 'inbox_waiting'::regclass and not granted`)).length;
  try {
    await worker.query(`set statement_timeout = '8s'`);
    const migrating = store.migrate();
    for (const id of ['1', '2', '3']) {
      await expect.poll(waits, { timeout: 30_000 }).toBe(1);
      // A write that had to wait for the migration would exceed its statement timeout.
      await worker.query(`insert into inbox_waiting (id, connection_id) values ($1, 'a')`, [id]);
    }
    await held.release();
    await migrating;
    expect(await worker.query('select id from inbox_waiting where since is not null order by id')).toEqual([
      { id: '1' },
      { id: '2' },
      { id: '3' },
    ]);
  } finally {
    await held.release();
    await worker.end();
    await store.close();
    await held.drop();
  }
});

test('a migration that cannot lock a table in time says what it waits for, and changes nothing', async () => {
  const held = await createHeldVersion();
  const keyring = createKeyring(testKey);
  try {
    await expect(migrateToLatest(held.db, keyring, 0)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('0022-progress waits for a table that other work holds'),
    });
    await held.release();
    expect(await migrateToLatest(held.db, keyring, 0)).toEqual({ wasEmpty: false, newer: [] });
  } finally {
    await held.drop();
  }
});
