import { Kysely, type MigrationProvider, sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { createStore } from '../create-store.ts';
import { createPostgresDialect, createPostgresPool } from '../sql/postgres-pool.ts';
import { createScratchDatabase, openRawDatabaseClient, testEncryptionKey } from '../testing/index.ts';
import { openStoreUnderTest } from '../testing/store-under-test.ts';
import type { Database } from './database.ts';
import { migrateToLatest } from './migrate.ts';
import { migrationProvider } from './migrations/index.ts';

test('several processes can migrate an empty database at the same time, and migrating it again changes nothing', async () => {
  const scratch = await createScratchDatabase(inject('databaseUrl'));
  const stores = Array.from({ length: 4 }, () =>
    createStore({ databaseUrl: scratch.databaseUrl, encryptionKey: testEncryptionKey }),
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

test('a migration accepts a database of a newer version that only added tables or columns, and migrates nothing', async () => {
  const { store, query } = await openStoreUnderTest();
  expect(await store.migrate()).toEqual([]);
  await query(`insert into schema_migration (name, timestamp) values ('9998-more', '2999'), ('9999-future', '2999')`);
  expect(await store.migrate()).toEqual(['9998-more', '9999-future']);
  expect(await query(`select name from schema_migration order by name desc limit 1`)).toEqual([
    { name: '9999-future' },
  ]);
});

test.each([
  ['removed something', ['9998-more', '9999-future-contract'], 'incompatible with 9999-future-contract.'],
  ['has another first migration', ['0000-other'], null],
])('a migration refuses a database of a newer version that %s, and does not change it', async (_, made, reason) => {
  const { store, query } = await openStoreUnderTest();
  const list = () => query('select name from schema_migration order by name');
  await query(`insert into schema_migration (name, timestamp) select unnest($1::text[]), '2999'`, [made]);
  if (reason === null)
    await query(`delete from schema_migration where name = (select max(name) from schema_migration)`);
  const before = await list();
  await expect(store.migrate()).rejects.toMatchObject({
    code: 'misconfigured',
    message: expect.stringMatching(/newer version .* Install the newer version$/u),
  });
  if (reason !== null) await expect(store.migrate()).rejects.toThrow(reason);
  expect(await list()).toEqual(before);
});

test('a query before the first migration fails with the advice to run the migrations', async () => {
  const scratch = await createScratchDatabase(inject('databaseUrl'));
  const store = createStore({ databaseUrl: scratch.databaseUrl, encryptionKey: testEncryptionKey });
  await expect(store.failures.count()).rejects.toMatchObject({
    code: 'misconfigured',
    message: expect.stringContaining('Run the migrations'),
  });
  await store.close();
  await scratch.drop();
});

/** All migrations, and a further one that alters a table. */
const extended: MigrationProvider = {
  getMigrations: async () => ({
    ...(await migrationProvider.getMigrations()),
    '9001-inbox-note': {
      up: async (db) => {
        await sql`alter table inbox_waiting add column note text not null default 'none'`.execute(db);
      },
    },
  }),
};

/**
 * Creates a database that lacks the last migration, and a transaction that locks the table which this migration alters.
 */
async function createHeldVersion() {
  const { databaseUrl, drop } = await createScratchDatabase(inject('databaseUrl'));
  const pool = createPostgresPool({ databaseUrl, poolSize: 1, applicationName: 'refrain-test', parallelWorkers: null });
  const db = new Kysely<Database>({ dialect: createPostgresDialect(pool) });
  await migrateToLatest(db);
  const holder = await openRawDatabaseClient(databaseUrl);
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

test('while a transaction locks a table, the previous version can write to it, and the migration succeeds afterwards', async () => {
  const held = await createHeldVersion();
  const worker = await openRawDatabaseClient(held.databaseUrl);
  const waits = async () =>
    (await worker.query(`select from pg_locks where relation = 'inbox_waiting'::regclass and not granted`)).length;
  try {
    await worker.query(`set statement_timeout = '8s'`);
    const migrating = migrateToLatest(held.db, 60_000, extended);
    for (const id of ['1', '2', '3']) {
      await expect.poll(waits, { timeout: 30_000 }).toBe(1);
      // A write that had to wait until the migration ends would exceed its statement timeout.
      await worker.query(`insert into inbox_waiting (id, connection_id) values ($1, 'a')`, [id]);
    }
    await held.release();
    await migrating;
    expect(await worker.query(`select id from inbox_waiting where note = 'none' order by id`)).toEqual([
      { id: '1' },
      { id: '2' },
      { id: '3' },
    ]);
  } finally {
    await held.release();
    await worker.end();
    await held.drop();
  }
});

test('if a migration cannot lock a table in time, the error names the migration, and nothing is changed', async () => {
  const held = await createHeldVersion();
  try {
    await expect(migrateToLatest(held.db, 0, extended)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('9001-inbox-note could not lock a table that another transaction uses'),
    });
    await held.release();
    expect(await migrateToLatest(held.db, 0, extended)).toEqual([]);
  } finally {
    await held.drop();
  }
});
