import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore, type Store } from '@refrain/store';
import { cleanUp } from '@refrain/store/under-test';
import { afterAll, expect, test } from 'vitest';
import { layOutDataFolder } from '../data-folder.ts';
import { startPostgres } from '../postgres.ts';
import { addKey } from '../servers/key-file.ts';
import { ensureSecret } from '../servers/secret-file.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

const root = await mkdtemp(join(tmpdir(), 'refrain-backup-'));
afterAll(() => rm(root, { recursive: true, force: true }));
const now = () => new Date('2026-03-04T05:06:07Z');

/** Opens a migrated store on a PostgreSQL in this folder. Both end with the current test. */
async function open(name: string) {
  const folder = layOutDataFolder(join(root, name));
  const server = await startPostgres({ dataDir: folder.postgres, throwaway: true });
  cleanUp(server.stop);
  const [present = '', ...others] = (await ensureSecret(folder.encryptionKey, 32)).split('\n');
  const store = createStore({
    databaseUrl: server.url,
    encryptionKey: Buffer.from(present, 'hex'),
    otherEncryptionKeys: others.map((key) => Buffer.from(key, 'hex')),
  });
  cleanUp(store.close);
  await store.migrate();
  return { folder, server, store };
}

async function storeRecord(store: Store, connectionId: string, nth: number): Promise<void> {
  const record = { type: 'github.commit', deliveryKey: `k${nth}`, payload: { nth, text: 'x'.repeat(2_000) } };
  const stream = {
    stream: 'commits:acme/api',
    from: { cursor: null, since: null },
    next: null,
    done: false,
    expected: null,
  };
  await store.inbox.storePage(connectionId, { records: [record], source: 'pull', stream });
}

test('a backup made while records arrive has all records up to one moment, and works elsewhere with its key', async () => {
  const { folder, server, store } = await open('one');
  const { id } = await store.connections.ensure({
    ...{
      provider: 'github',
      account: 'acme',
      baseUrl: null,
      scope: null,
      credential: 'ghp_backed_up',
      webhookSecret: null,
    },
  });
  for (let nth = 0; nth < 200; nth += 1) await storeRecord(store, id, nth);
  let isCopied = false;
  let flowed = 200;
  const flow = (async () => {
    for (; !isCopied; flowed += 1) await storeRecord(store, id, flowed);
  })();
  const target = join(root, 'copy');
  expect(await backUp({ folder, databaseUrl: server.url, target, isKeyOutside: false, now })).toEqual({ hasKey: true });
  isCopied = true;
  await flow;
  expect(flowed).toBeGreaterThan(200);
  expect((await readdir(target)).sort()).toEqual(['backup.json', 'cluster', 'encryption-key', 'password']);
  expect((await stat(join(target, 'encryption-key'))).mode & 0o777).toBe(0o600);
  expect(existsSync(`${target}.unfinished`)).toBe(false);
  await expect(backUp({ folder, databaseUrl: server.url, target, isKeyOutside: false, now })).rejects.toMatchObject({
    code: 'conflict',
  });

  const other = layOutDataFolder(join(root, 'two'));
  expect(await restore(other, target, now)).toEqual({ madeAt: '2026-03-04T05:06:07.000Z', aside: null, hasKey: true });
  const restored = await open('two');
  expect(await restored.store.connections.readCredential(id)).toBe('ghp_backed_up');
  const count = await restored.store.inbox.count();
  expect(count).toBeGreaterThanOrEqual(200);
  expect(count).toBeLessThanOrEqual(flowed);
  const keys = Array.from({ length: flowed }, (_, nth) => `k${nth}`);
  // All records up to one moment, without a gap.
  expect(await restored.store.inbox.findKnownKeys(id, keys)).toEqual(new Set(keys.slice(0, count)));
  const waiting = await restored.store.inbox.listUnprocessed(100_000, '2999-01-01T00:00:00.000Z');
  let read = 0;
  for await (const rows of restored.store.inbox.readUnprocessed(waiting.map((row) => row.id))) read += rows.length;
  expect(read).toBe(count);
  // The provider sends the later records again, and each is stored once.
  for (let nth = 0; nth < flowed; nth += 1) await storeRecord(restored.store, id, nth);
  expect(await restored.store.inbox.count()).toBe(flowed);

  const again = await restore(layOutDataFolder(join(root, 'three')), target, now);
  expect(again.aside).toBeNull();
  await addKey(join(root, 'three', 'encryption-key'));
  expect((await readFile(join(root, 'three', 'encryption-key'), 'utf8')).trim().split('\n')).toHaveLength(2);
  const third = await open('three');
  expect(await third.store.connections.readCredential(id)).toBe('ghp_backed_up');
});

test('a restore keeps the previous data in a folder beside it, and changes nothing when its source is no backup', async () => {
  const source = await open('source');
  const backup = join(root, 'backup');
  await backUp({ folder: source.folder, databaseUrl: source.server.url, target: backup, isKeyOutside: false, now });
  const folder = layOutDataFolder(join(root, 'kept'));
  await ensureSecret(folder.encryptionKey, 32);
  await ensureSecret(join(folder.postgres, 'password'), 24);
  await expect(restore(folder, join(root, 'nowhere'), now)).rejects.toMatchObject({ code: 'invalid_input' });
  const notBackup = join(root, 'not-a-backup');
  await mkdir(notBackup);
  await writeFile(join(notBackup, 'backup.json'), '{}');
  await expect(restore(folder, notBackup, now)).rejects.toThrow(/is no backup/u);
  expect(existsSync(join(folder.postgres, 'password'))).toBe(true);
  const { aside } = await restore(folder, backup, now);
  expect(aside).toBe(`${folder.root}.before-2026-03-04T05-06-07-000Z`);
  expect((await readdir(aside ?? '')).sort()).toEqual(['encryption-key', 'postgres']);
});

test('a backup with the key outside contains the old key file, and its restore does not count it as the key', async () => {
  const { folder, server } = await open('outside');
  const target = join(root, 'without-key');
  expect(await backUp({ folder, databaseUrl: server.url, target, isKeyOutside: true, now })).toEqual({ hasKey: false });
  const other = layOutDataFolder(join(root, 'from-outside'));
  expect(await restore(other, target, now)).toMatchObject({ hasKey: false });
  expect(await readFile(other.encryptionKey, 'utf8')).toBe(await readFile(folder.encryptionKey, 'utf8'));
});
