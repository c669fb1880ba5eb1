import { openClient } from './postgres-pool.ts';
import { randomId } from './stable-id.ts';

/**
 * An empty database of its own on a server, for one test file.
 * @param adminUrl address of any database there, of a user who may create databases
 */
export async function createScratchDatabase(adminUrl: string): Promise<{ databaseUrl: string; drop(): Promise<void> }> {
  const name = `scratch_${randomId()}`;
  await run(adminUrl, `create database ${name} template template0 encoding 'UTF8'`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { databaseUrl: url.href, drop: () => run(adminUrl, `drop database if exists ${name} with (force)`) };
}

async function run(databaseUrl: string, statement: string): Promise<void> {
  const client = await openClient(databaseUrl, 'refrain-test');
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
