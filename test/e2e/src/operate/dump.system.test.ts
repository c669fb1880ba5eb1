import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createStore, type Store } from '@refrain/store';
import { openRawDatabaseClient } from '@refrain/store/testing';
import { expect, onTestFinished, test } from 'vitest';
import { findOrInstallTool } from '../find-or-install-tool.ts';
import { root } from '../start-refrain.ts';
import { startSeparatePostgres } from './start-separate-postgres.ts';

const initdb = await findOrInstallTool('postgresql');
const key = Buffer.alloc(32, 7);
const credential = 'ghp_in_the_dump';

async function readCommands(): Promise<string[]> {
  const text = await readFile(join(root, 'docs/operations.md'), 'utf8');
  const [, section = ''] = /^### A PostgreSQL of your own\n([\s\S]+?)^#/mu.exec(text) ?? [];
  return [...section.matchAll(/^ {4}(\S.*)$/gmu)].map(([, command = '']) => command);
}

function open(databaseUrl: string, encryptionKey: Buffer = key): Store {
  const store = createStore({ databaseUrl, encryptionKey });
  onTestFinished(() => store.close());
  return store;
}

async function fill(store: Store): Promise<string> {
  const account = { provider: 'github', account: 'acme', baseUrl: null, scope: null, webhookSecret: null } as const;
  const { id } = await store.connections.ensure({ ...account, credential });
  const records = Array.from({ length: 50 }, (_, nth) => ({
    type: 'github.commit',
    deliveryKey: `k${nth}`,
    payload: { nth, text: `Строка ${'x'.repeat(500)}` },
  }));
  const from = { cursor: null, since: null };
  const stream = { stream: 'commits:acme/api', from, next: null, done: false, expected: null };
  await store.inbox.storePage(id, { records, source: 'pull', stream });
  return id;
}

async function countRows(databaseUrl: string): Promise<Readonly<Record<string, string>>> {
  const client = await openRawDatabaseClient(databaseUrl);
  try {
    const tables = await client.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const counts: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await client.query(`select count(*) as rows from ${String(name)}`);
      counts[String(name)] = String(row?.rows);
    }
    return counts;
  } finally {
    await client.end();
  }
}

test.skipIf(initdb === null)(
  'a database that is dumped and restored as in docs/operations.md has every row and can be decrypted',
  { timeout: 120_000 },
  async () => {
    if (initdb === null) return;
    const folder = await mkdtemp(join(tmpdir(), 'refrain-dump-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const postgres = await startSeparatePostgres(folder, initdb);
    onTestFinished(() => postgres.stop());
    const inShell = (command: string, env: Readonly<Record<string, string>> = {}) =>
      promisify(execFile)('sh', ['-c', command], { cwd: folder, env: { ...postgres.env, ...env } });
    await inShell('createdb refrain');
    const databaseUrl = postgres.urlOf('refrain');
    const store = open(databaseUrl);
    await store.migrate();
    const id = await fill(store);
    const records = await store.inbox.count();

    const restoredUrl = postgres.urlOf('refrain_restored');
    const commands = await readCommands();
    expect(commands.map((command) => command.split(' ')[0])).toEqual(['pg_dump', 'createdb', 'pg_restore']);
    for (const command of commands)
      await inShell(command, { DATABASE_URL: databaseUrl, OTHER_DATABASE_URL: restoredUrl });

    expect(records).toBe(50);
    expect(await countRows(restoredUrl)).toEqual(await countRows(databaseUrl));
    const restored = open(restoredUrl);
    expect(await restored.migrate()).toEqual([]);
    expect(await restored.connections.readCredential(id)).toBe(credential);
    expect((await restored.inbox.listUnprocessed(100, new Date(Date.now() + 60_000).toISOString())).length).toBe(50);
    const withoutKey = open(restoredUrl, Buffer.alloc(32, 8));
    await expect(withoutKey.connections.readCredential(id)).rejects.toMatchObject({ code: 'misconfigured' });
    // If the restored database is usable, it gives the next record a new id.
    const account = { provider: 'github', account: 'other', baseUrl: null, scope: null, webhookSecret: null } as const;
    await restored.connections.ensure({ ...account, credential });
    expect(await restored.connections.list()).toHaveLength(2);
  },
);
