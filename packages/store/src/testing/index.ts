import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { createStore } from '../create-store.ts';
import { openPostgresClient } from '../sql/postgres-pool.ts';
import { randomId } from '../sql/stable-id.ts';

export { createKeyring } from '../encryption/keyring.ts';
export { grepDatabase } from './grep-database.ts';

export const testEncryptionKey = Buffer.alloc(32, 7);

export interface ScratchDatabase {
  readonly databaseUrl: string;
  drop(): Promise<void>;
}

/**
 * Creates a database on the server of `adminUrl`, whose user may create databases.
 * @param template name of the database to copy; an empty one by default
 */
export async function createScratchDatabase(adminUrl: string, template?: string): Promise<ScratchDatabase> {
  const name = `${template ?? 'scratch'}_${randomId()}`;
  const statement = `create database ${name} template ${template ?? 'template0'} encoding 'UTF8'`;
  await runWithPostgresClient(adminUrl, (client) => client.query(statement));
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { databaseUrl: url.href, drop: () => runWithPostgresClient(adminUrl, (client) => drop(client, name)) };
}

/**
 * Creates a migrated database with the encryption key of tests. Copying it is faster than migrating another database.
 * @returns the template's name for `createScratchDatabase`, and a function that drops the template and all copies
 */
export async function createTemplateDatabase(adminUrl: string): Promise<{ name: string; drop(): Promise<void> }> {
  const scratch = await createScratchDatabase(adminUrl);
  const store = createStore({ databaseUrl: scratch.databaseUrl, encryptionKey: testEncryptionKey });
  await store.migrate();
  await store.close();
  const name = new URL(scratch.databaseUrl).pathname.slice(1);
  return {
    name,
    drop: () =>
      runWithPostgresClient(adminUrl, async (client) => {
        for (const copy of [...(await listCopies(client, name)), name]) await drop(client, copy);
      }),
  };
}

async function listCopies(client: pg.Client, template: string): Promise<string[]> {
  const statement = 'select datname as name from pg_database where starts_with(datname, $1)';
  const { rows } = await client.query<{ name: string }>(statement, [`${template}_`]);
  return rows.map(({ name }) => name);
}

/**
 * Waits up to a second for connections to close, because a connection that the drop interrupts would report an error.
 */
async function drop(client: pg.Client, name: string): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [name]);
    if (rowCount === 0) break;
    await setTimeout(50);
  }
  await client.query(`drop database if exists ${name} with (force)`);
}

export async function runWithPostgresClient<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = await openPostgresClient(databaseUrl, 'refrain-test');
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** One value of a row: bytes, or its text form as PostgreSQL sends it. */
export type RawColumnValue = string | Buffer | null;

/** A connection that bypasses the store, for independent checks of what is stored. */
export interface RawDatabaseClient {
  query(statement: string, values?: readonly RawColumnValue[]): Promise<Record<string, RawColumnValue>[]>;
  end(): Promise<void>;
}

export async function openRawDatabaseClient(databaseUrl: string): Promise<RawDatabaseClient> {
  const client = await openPostgresClient(databaseUrl, 'refrain-plain');
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === pg.types.builtins.BYTEA ? pg.types.getTypeParser(oid, format as 'text') : (value: string) => value,
  };
  return {
    async query(text, values = []) {
      return (await client.query({ text, values: [...values], types })).rows;
    },
    end: () => client.end(),
  };
}
