import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore, type Store } from '@refrain/store';
import { afterAll, expect, test } from 'vitest';
import { layOutDataFolder } from '../data-folder.ts';
import { startPostgres } from '../postgres.ts';
import { addKey } from '../servers/key-file.ts';
import { ensureSecret } from '../servers/secret-file.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

const root = await mkdtemp(join(tmpdir(), 'refrain-backup-'));
const closers: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
  await rm(root, { recursive: true, force: true });
});
const now = () => new Date('2026-03-04T05:06:07Z');

async function open(name: string) {
  const folder = layOutDataFolder(join(root, name));
  const server = await startPostgres({ dataDir: folder.postgres, throwaway: true });
  closers.push(server.stop);
  const [present = '', ...others] = (await ensureSecret(folder.encryptionKey, 32)).split('\n');
  const store = createStore({
    databaseUrl: server.url,
    encryptionKey: Buffer.from(present, 'hex'),
    otherEncryptionKeys: others.map((key) => Buffer.from(key, 'hex')),
  });
  closers.push(store.close);
  await store.migrate();
  return { folder, server, store };
}

async function takeIn(store: Store, connectionId: string, nth: number): Promise<void> {
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

test('what is copied while events flow in is whole up to a moment, opens by its key, and goes on elsewhere', async () => {
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
  for (let nth = 0; nth < 200; nth += 1) await takeIn(store, id, nth);
  let isCopied = false;
  let flowed = 200;
  const flow = (async () => {
    for (; !isCopied; flowed += 1) await takeIn(store, id, flowed);
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
  // All that came up to a moment, and nothing after it: no hole.
  expect(await restored.store.inbox.findKnownKeys(id, keys)).toEqual(new Set(keys.slice(0, count)));
  const waiting = await restored.store.inbox.listUnprocessed(100_000, '2999-01-01T00:00:00.000Z');
  let read = 0;
  for await (const rows of restored.store.inbox.readUnprocessed(waiting.map((row) => row.id))) read += rows.length;
  expect(read).toBe(count);
  // What came since is given again by the provider, and is taken in once.
  for (let nth = 0; nth < flowed; nth += 1) await takeIn(restored.store, id, nth);
  expect(await restored.store.inbox.count()).toBe(flowed);

  const again = await restore(layOutDataFolder(join(root, 'three')), target, now);
  expect(again.aside).toBeNull();
  await addKey(join(root, 'three', 'encryption-key'));
  expect((await readFile(join(root, 'three', 'encryption-key'), 'utf8')).trim().split('\n')).toHaveLength(2);
  const third = await open('three');
  expect(await third.store.connections.readCredential(id)).toBe('ghp_backed_up');
});

test('what is there before a restore is set aside; what is no backup changes nothing', async () => {
  const folder = layOutDataFolder(join(root, 'kept'));
  await ensureSecret(folder.encryptionKey, 32);
  await ensureSecret(join(folder.postgres, 'password'), 24);
  await expect(restore(folder, join(root, 'nowhere'), now)).rejects.toMatchObject({ code: 'invalid_input' });
  await writeFile(join(root, 'backup.json'), '{}');
  await expect(restore(folder, root, now)).rejects.toThrow(/is no backup/u);
  expect(existsSync(join(folder.postgres, 'password'))).toBe(true);
  const { aside } = await restore(folder, join(root, 'copy'), now);
  expect(aside).toBe(`${folder.root}.before-2026-03-04T05-06-07-000Z`);
  expect((await readdir(aside ?? '')).sort()).toEqual(['encryption-key', 'postgres']);
});

test('a key that no longer seals goes along, and is not taken for the one that does', async () => {
  const { folder, server } = await open('outside');
  const target = join(root, 'without-key');
  expect(await backUp({ folder, databaseUrl: server.url, target, isKeyOutside: true, now })).toEqual({ hasKey: false });
  const other = layOutDataFolder(join(root, 'from-outside'));
  expect(await restore(other, target, now)).toMatchObject({ hasKey: false });
  expect(await readFile(other.encryptionKey, 'utf8')).toBe(await readFile(folder.encryptionKey, 'utf8'));
});
