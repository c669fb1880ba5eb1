import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { createStore } from './create-store.ts';
import { openClient } from './postgres-pool.ts';
import { randomId } from './stable-id.ts';

export { grepDatabase } from './forgetting/grep-database.ts';
export { createKeyring } from './keyring.ts';

/** The key of tests that have no reason to use another. */
export const testKey = Buffer.alloc(32, 7);

/** A database of its own, for one test file. */
export interface ScratchDatabase {
  readonly databaseUrl: string;
  drop(): Promise<void>;
}

/**
 * Creates a database on a server.
 * @param adminUrl address of any database there, of a user who may create databases
 * @param template name of the database to copy; an empty one unless given
 */
export async function createScratchDatabase(adminUrl: string, template?: string): Promise<ScratchDatabase> {
  const name = `${template ?? 'scratch'}_${randomId()}`;
  await run(adminUrl, `create database ${name} template ${template ?? 'template0'} encoding 'UTF8'`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { databaseUrl: url.href, drop: () => drop(adminUrl, name) };
}

/**
 * Creates a migrated database for tests to copy, sealed with `testKey`. A copy takes a fraction of the time of all migrations.
 * @returns its name, for `createScratchDatabase`, and a function that drops it with all copies
 */
export async function createTemplateDatabase(adminUrl: string): Promise<{ name: string; drop(): Promise<void> }> {
  const scratch = await createScratchDatabase(adminUrl);
  const store = createStore({ databaseUrl: scratch.databaseUrl, encryptionKey: testKey });
  await store.migrate();
  await store.close();
  const name = new URL(scratch.databaseUrl).pathname.slice(1);
  return {
    name,
    async drop() {
      for (const copy of await listCopies(adminUrl, name)) await drop(adminUrl, copy);
      await scratch.drop();
    },
  };
}

async function listCopies(adminUrl: string, template: string): Promise<string[]> {
  const client = await openPlainClient(adminUrl);
  try {
    const rows = await client.query('select datname as name from pg_database where starts_with(datname, $1)', [
      `${template}_`,
    ]);
    return rows.map(({ name }) => String(name));
  } finally {
    await client.end();
  }
}

/** A client that says that it has ended may not have: one that is cut off meanwhile would report that, to nobody. */
async function drop(adminUrl: string, name: string): Promise<void> {
  const client = await openClient(adminUrl, 'refrain-test');
  try {
    for (let tries = 0; tries < 20; tries += 1) {
      const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [name]);
      if (rowCount === 0) break;
      await setTimeout(50);
    }
    await client.query(`drop database if exists ${name} with (force)`);
  } finally {
    await client.end();
  }
}

/** One value of a row: bytes, or PostgreSQL's own text of it. */
export type PlainValue = string | Buffer | null;

/** A connection without anything of the store around it: to count what is stored by other means than its own. */
export interface PlainClient {
  query(statement: string, values?: readonly PlainValue[]): Promise<Record<string, PlainValue>[]>;
  end(): Promise<void>;
}

export async function openPlainClient(databaseUrl: string): Promise<PlainClient> {
  const client = await openClient(databaseUrl, 'refrain-plain');
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

async function run(databaseUrl: string, statement: string): Promise<void> {
  const client = await openClient(databaseUrl, 'refrain-test');
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
