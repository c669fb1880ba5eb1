import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { createScratchDatabase } from '../../testing/index.ts';
import type { Database } from '../database.ts';
import { createMigrator } from '../migrate.ts';
import { isContractMigration, migrationProvider } from './index.ts';
import { findIncompatibleSchemaChanges, readSchema, type Schema } from './schema-breaks-under-test.ts';

/**
 * The incompatible changes that each migration may make: it may remove tables and columns that the previous version no
 * longer uses. The value is the earlier migration since which they are unused. The name of the removing migration must
 * end in `-contract`, so that older processes refuse to start.
 */
const contracts: Readonly<Record<string, Readonly<Record<string, string>>>> = {};

const migrations = await migrationProvider.getMigrations();
const names = Object.keys(migrations);

async function readSchemas(): Promise<ReadonlyMap<string, Schema>> {
  const scratch = await createScratchDatabase(inject('databaseUrl'));
  const pool = new pg.Pool({ connectionString: scratch.databaseUrl, max: 1 });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const schemas = new Map<string, Schema>();
  try {
    const migrator = createMigrator(db, migrationProvider);
    for (const name of names) {
      const { error } = await migrator.migrateTo(name);
      if (error !== undefined) throw error;
      schemas.set(name, await readSchema(db));
    }
  } finally {
    await db.destroy();
    await scratch.drop();
  }
  return schemas;
}

const schemas = await readSchemas();

test.each(names.slice(1))('processes of the previous version continue after %s', (name) => {
  const before = schemas.get(names[names.indexOf(name) - 1] ?? '');
  const after = schemas.get(name);
  if (before === undefined || after === undefined) throw new Error(`There is no schema of ${name}`);
  const allowed = contracts[name] ?? {};
  expect(findIncompatibleSchemaChanges(before, after).filter((found) => !(found in allowed))).toEqual([]);
});

test('each allowed incompatible change is made by the migration that lists it, and names an earlier migration', () => {
  for (const [name, allowed] of Object.entries(contracts)) {
    const at = names.indexOf(name);
    expect(at, name).toBeGreaterThan(0);
    const [before, after] = [schemas.get(names[at - 1] ?? ''), schemas.get(name)];
    const found = before && after ? findIncompatibleSchemaChanges(before, after) : [];
    for (const [broken, since] of Object.entries(allowed)) {
      expect(found).toContain(broken);
      expect(names.slice(0, at)).toContain(since);
    }
    expect(name).toSatisfy(isContractMigration);
  }
});

const empty = await createScratchDatabase(inject('databaseUrl'));
const pool = new pg.Pool({ connectionString: empty.databaseUrl, max: 1 });
const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
afterAll(async () => {
  await db.destroy();
  await empty.drop();
});

test.each<[string, string[]]>([
  [
    'alter table connection rename column account to name',
    ['connection.account is gone', 'connection.name has to be given'],
  ],
  ['drop table person_name', ['person_name is gone']],
  ['alter table failure rename to fault', ['failure is gone']],
  ['alter table change alter column number type text', ['change.number is text and was integer']],
  ['alter table connection add column region text not null', ['connection.region has to be given']],
  ['alter table failure alter column url set not null', ['failure.url may not be null any more']],
  ['alter table connection alter column created_at drop default', ['connection.created_at has to be given']],
  [`alter table stream add constraint few check (records < 10)`, ['stream has a new check: few']],
  ['create unique index one_url on failure (url)', ['failure has a new unique index: one_url']],
  [
    'alter table inbox drop constraint inbox_connection_id_delivery_key_key',
    ['inbox lost what `on conflict` needs: (connection_id, delivery_key)'],
  ],
  [
    'alter table report add constraint known foreign key (digest) references digest',
    ['report has a new foreign key: known'],
  ],
  [`alter table connection add column region text not null default 'eu', add column place text`, []],
  ['create table other (id text primary key); create index on failure (title)', []],
  ['alter table failure alter column url drop not null', []],
])('finds the breaks of the statement: %s', async (statement, expected) => {
  await pool.query('begin');
  try {
    await pool.query(tables);
    const before = await readSchema(db);
    await pool.query(statement);
    expect(findIncompatibleSchemaChanges(before, await readSchema(db))).toEqual(expected);
  } finally {
    await pool.query('rollback');
  }
});

/** A few tables that allow every kind of incompatible change. Creating them is faster than running all migrations. */
const tables = `
create table connection (id text primary key, account text not null, created_at timestamptz not null default now());
create table person_name (name text primary key);
create table failure (id text primary key, title text not null, url text);
create table change (id text primary key, number integer);
create table stream (connection_id text not null references connection, records integer not null default 0);
create table digest (id text primary key);
create table report (id text primary key, digest text);
create table inbox (id bigserial primary key, connection_id text not null, delivery_key text not null, unique (connection_id, delivery_key))`;
