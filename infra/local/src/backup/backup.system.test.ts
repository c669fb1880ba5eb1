import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createStore, type Store } from '@refrain/store';
import { openRawDatabaseClient, type RawDatabaseClient } from '@refrain/store/testing';
import { cleanUpAfterTest } from '@refrain/store/under-test';
import { afterAll, expect, test } from 'vitest';
import { listDataFolderPaths, projectFolder } from '../data-folder-paths.ts';
import { startPostgres } from '../postgres.ts';
import { runRestore } from '../run/run-backup.ts';
import { listenForShutdown } from '../run/shutdown.ts';
import { addEncryptionKey, ensureSecret } from '../servers/secret-file.ts';
import { manifestFileName, writeManifest } from './backup-manifest.ts';
import { createBackup } from './create-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const root = await mkdtemp(join(tmpdir(), 'refrain-backup-'));
afterAll(() => rm(root, { recursive: true, force: true }));
const now = () => new Date('2026-03-04T05:06:07Z');
const options = { now, signal: new AbortController().signal };

async function open(name: string) {
  const folder = listDataFolderPaths(join(root, name));
  const server = await startPostgres({ dataDir: folder.postgres, throwaway: true });
  cleanUpAfterTest(server.stop);
  const [present = '', ...others] = (await ensureSecret(folder.encryptionKey, 32)).split('\n');
  const store = createStore({
    databaseUrl: server.url,
    encryptionKey: Buffer.from(present, 'hex'),
    otherEncryptionKeys: others.map((key) => Buffer.from(key, 'hex')),
  });
  cleanUpAfterTest(store.close);
  await store.migrate();
  return { folder, server, store };
}

async function query(databaseUrl: string, ...statement: Parameters<RawDatabaseClient['query']>) {
  const client = await openRawDatabaseClient(databaseUrl);
  try {
    return await client.query(...statement);
  } finally {
    await client.end();
  }
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

test('a backup made while records arrive contains all records up to one moment, and can be restored elsewhere with its key', async () => {
  const { folder, server, store } = await open('one');
  const { id } = await store.connections.ensure({
    provider: 'github',
    account: 'acme',
    baseUrl: null,
    scope: null,
    credential: 'ghp_backed_up',
    webhookSecret: null,
  });
  for (let nth = 0; nth < 200; nth += 1) await storeRecord(store, id, nth);
  let isCopied = false;
  let flowed = 200;
  const flow = (async () => {
    for (; !isCopied; flowed += 1) await storeRecord(store, id, flowed);
  })();
  const target = join(root, 'copy');
  expect(await createBackup({ folder, databaseUrl: server.url, target, isKeyOutside: false, ...options })).toEqual({
    hasKey: true,
  });
  isCopied = true;
  await flow;
  expect(flowed).toBeGreaterThan(200);
  expect((await readdir(target)).sort()).toEqual([
    'backup.json',
    'cluster',
    'encryption-key',
    'manifest.json',
    'password',
  ]);
  expect((await stat(join(target, 'encryption-key'))).mode & 0o777).toBe(0o600);
  expect(existsSync(`${target}.unfinished`)).toBe(false);
  await expect(
    createBackup({ folder, databaseUrl: server.url, target, isKeyOutside: false, ...options }),
  ).rejects.toMatchObject({
    code: 'conflict',
  });

  const other = listDataFolderPaths(join(root, 'two'));
  expect(await restoreBackup(other, target, options)).toEqual({
    madeAt: '2026-03-04T05:06:07.000Z',
    previousDataFolder: null,
    hasKey: true,
  });
  const restored = await open('two');
  expect(await restored.store.connections.readCredential(id)).toBe('ghp_backed_up');
  const count = await restored.store.inbox.count();
  expect(count).toBeGreaterThanOrEqual(200);
  expect(count).toBeLessThanOrEqual(flowed);
  const keys = Array.from({ length: flowed }, (_, nth) => `k${nth}`);
  // The backup contains all records up to one moment, without a gap.
  expect(await restored.store.inbox.findKnownKeys(id, keys)).toEqual(new Set(keys.slice(0, count)));
  const waiting = await restored.store.inbox.listUnprocessed(100_000, '2999-01-01T00:00:00.000Z');
  let read = 0;
  for await (const rows of restored.store.inbox.readUnprocessed(waiting.map((row) => row.id))) read += rows.length;
  expect(read).toBe(count);
  // All records are sent again. Those that the backup contained are not stored twice.
  for (let nth = 0; nth < flowed; nth += 1) await storeRecord(restored.store, id, nth);
  expect(await restored.store.inbox.count()).toBe(flowed);

  const again = await restoreBackup(listDataFolderPaths(join(root, 'three')), target, options);
  expect(again.previousDataFolder).toBeNull();
  await addEncryptionKey(join(root, 'three', 'encryption-key'));
  expect((await readFile(join(root, 'three', 'encryption-key'), 'utf8')).trim().split('\n')).toHaveLength(2);
  const third = await open('three');
  expect(await third.store.connections.readCredential(id)).toBe('ghp_backed_up');
});

test.each(['pg_wal', 'global'])(
  'a backup refuses a database whose %s is a link, and leaves nothing behind',
  async (name) => {
    const folder = listDataFolderPaths(join(root, `linked-${name}`));
    const cluster = join(folder.postgres, 'cluster');
    const first = await startPostgres({ dataDir: folder.postgres, throwaway: true });
    await first.stop();
    // The link leads to a place inside the cluster, because the user of PostgreSQL may not enter the folders around the cluster.
    await rename(join(cluster, name), join(cluster, 'elsewhere'));
    await symlink('elsewhere', join(cluster, name));
    const server = await startPostgres({ dataDir: folder.postgres, throwaway: true });
    cleanUpAfterTest(server.stop);
    const target = join(root, 'backups', name);
    await expect(
      createBackup({ folder, databaseUrl: server.url, target, isKeyOutside: true, ...options }),
    ).rejects.toMatchObject({
      code: 'misconfigured',
      message: `${join(cluster, name)} is neither a file nor a folder, so a backup would lack it. If it is a link, stop Refrain, replace the link with its target, and run the backup again.`,
    });
    expect(await readdir(join(root, 'backups'))).toEqual([]);
  },
);

test('a restore keeps the previous data in a subfolder of the data folder, and changes nothing if its source is not a backup', async () => {
  const source = await open('source');
  const backup = join(root, 'backup');
  await createBackup({
    folder: source.folder,
    databaseUrl: source.server.url,
    target: backup,
    isKeyOutside: false,
    ...options,
  });
  const folder = listDataFolderPaths(join(root, 'kept'));
  await ensureSecret(folder.encryptionKey, 32);
  await ensureSecret(join(folder.postgres, 'password'), 24);
  await expect(restoreBackup(folder, join(root, 'nowhere'), options)).rejects.toMatchObject({ code: 'invalid_input' });
  const notBackup = join(root, 'not-a-backup');
  await mkdir(notBackup);
  await writeFile(join(notBackup, 'backup.json'), '{}');
  await expect(restoreBackup(folder, notBackup, options)).rejects.toThrow(/is not a backup/u);
  expect(existsSync(join(folder.postgres, 'password'))).toBe(true);
  const { previousDataFolder: aside } = await restoreBackup(folder, backup, options);
  expect(aside).toBe(join(folder.root, 'before-2026-03-04T05-06-07-000Z'));
  expect((await readdir(aside ?? '')).sort()).toEqual(['encryption-key', 'postgres']);
});

test('a restore takes no settings from a backup, and refuses a backup that contains links', async () => {
  const { folder, server } = await open('honest');
  const readSettings = (databaseUrl: string) =>
    query(databaseUrl, `select name, setting from pg_settings where name not like '%\\_file' and name <> all($1)`, [
      '{data_directory,unix_socket_directories}',
    ]);
  const expected = await readSettings(server.url);
  const backup = join(root, 'hostile');
  await createBackup({ folder, databaseUrl: server.url, target: backup, isKeyOutside: false, ...options });
  const ran = join(root, 'ran');
  const hostile = {
    'postgresql.auto.conf': `archive_mode = on\narchive_command = 'touch ${ran}'\nwork_mem = '1GB'\n`,
    'postgresql.conf': `restore_command = 'touch ${ran}'\n`,
    'pg_hba.conf': 'local all all trust\nhost all all 127.0.0.1/32 trust\n',
    'recovery.signal': '',
  };
  for (const [name, text] of Object.entries(hostile)) await writeFile(join(backup, 'cluster', name), text);
  // The manifest is written again, as an attacker who changes a backup would do.
  await rm(join(backup, manifestFileName));
  await writeManifest(backup, options.signal);

  const target = listDataFolderPaths(join(root, 'from-hostile'));
  await restoreBackup(target, backup, options);
  const restored = await startPostgres({ dataDir: target.postgres, throwaway: true });
  cleanUpAfterTest(restored.stop);
  expect(await query(restored.url, 'show archive_mode')).toEqual([{ archive_mode: 'off' }]);
  expect(await readSettings(restored.url)).toEqual(expected);
  const withoutPassword = restored.url.replace(/:[\da-f]+@/u, ':wrong@');
  await expect(query(withoutPassword, 'select 1')).rejects.toThrow('28P01');
  expect(existsSync(ran)).toBe(false);

  await symlink(root, join(backup, 'cluster/pg_tblspc/1'));
  await expect(restoreBackup(listDataFolderPaths(join(root, 'from-links')), backup, options)).rejects.toThrow(
    `The backup contains ${join(backup, 'cluster/pg_tblspc/1')}, which is neither a file nor a folder, so Refrain did not make it. Restore only a backup that you made.`,
  );
});

test('a restore refuses a backup with a missing part before it changes anything', async () => {
  const { folder, server } = await open('whole');
  const backup = join(root, 'incomplete');
  await createBackup({ folder, databaseUrl: server.url, target: backup, isKeyOutside: false, ...options });
  const target = listDataFolderPaths(join(root, 'from-incomplete'));
  for (const file of ['encryption-key', 'cluster/global/pg_control', 'cluster/PG_VERSION']) {
    await rm(join(backup, file));
    await expect(restoreBackup(target, backup, options)).rejects.toThrow(
      `The backup ${backup} lacks the file ${file}. Restore another backup.`,
    );
    expect(existsSync(target.root)).toBe(false);
  }
});

test('a restore refuses a backup with a missing data file, even if PostgreSQL would start without it', async () => {
  const { folder, server } = await open('with-data');
  const backup = join(root, 'without-data');
  await createBackup({ folder, databaseUrl: server.url, target: backup, isKeyOutside: false, ...options });
  const [row] = await query(server.url, `select pg_relation_filepath('connection') as path`);
  const path = `cluster/${(row as { path: string }).path}`;
  await rm(join(backup, path));
  const target = listDataFolderPaths(join(root, 'from-without-data'));
  await expect(restoreBackup(target, backup, options)).rejects.toThrow(
    `The backup ${backup} lacks the file ${path}. Restore another backup.`,
  );
  expect(existsSync(target.root)).toBe(false);
});

async function interrupt(
  args: readonly string[],
  dataRoot: string,
  signal: NodeJS.Signals,
  isTime: (out: string) => boolean,
) {
  const { PATH, HOME } = process.env;
  const main = join(projectFolder, 'infra/local/dist/main.js');
  const child = spawn(process.execPath, [main, ...args], { env: { PATH, HOME, REFRAIN_DATA_DIR: dataRoot } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const ended = once(child, 'exit');
  while (child.exitCode === null && !isTime(output)) await setTimeout(1);
  child.kill(signal);
  const [code] = await ended;
  return { code, output };
}

test('Ctrl-C stops a backup and leaves nothing behind, and SIGTERM stops a restore and changes nothing', async () => {
  const { folder, server, store } = await open('interrupted');
  const backup = join(root, 'to-interrupt');
  await createBackup({ folder, databaseUrl: server.url, target: backup, isKeyOutside: false, ...options });
  await store.close();
  await server.stop();
  const backups = join(root, 'interrupted-backups');
  const stopped = await interrupt(['backup', join(backups, 'first')], folder.root, 'SIGINT', (output) =>
    output.includes('Copying the database'),
  );
  expect(stopped).toMatchObject({ code: 130, output: expect.not.stringContaining('Backed up') });
  expect(await readdir(backups).catch(() => [])).toEqual([]);

  const target = listDataFolderPaths(join(root, 'interrupted-restore'));
  await mkdir(target.postgres, { recursive: true });
  const restored = await interrupt(['restore', backup], target.root, 'SIGTERM', () =>
    existsSync(join(target.restoring, 'cluster/base')),
  );
  expect(restored).toMatchObject({ code: 143, output: expect.not.stringContaining('Restored') });
  expect(await readdir(target.root)).toEqual(['postgres']);
  expect(await readdir(target.postgres)).toEqual([]);
});

test('a backup that hangs makes PostgreSQL keep at most 4 GB of its write-ahead log', async () => {
  const { server } = await open('limited');
  expect(await query(server.url, 'show max_slot_wal_keep_size')).toEqual([{ max_slot_wal_keep_size: '4GB' }]);
});

test.runIf(process.getuid?.() === 0)(
  'a restore as root writes nothing to the cluster once it belongs to another user',
  async () => {
    const { folder, server } = await open('given');
    const backup = join(root, 'to-give');
    await createBackup({ folder, databaseUrl: server.url, target: backup, isKeyOutside: false, ...options });
    const target = listDataFolderPaths(join(root, 'from-given'));
    const cluster = join(target.root, 'restoring/cluster');
    let isRestored = false;
    let wasGivenEarly = false;
    const watching = (async () => {
      while (!isRestored) {
        const found = await stat(cluster).catch(() => null);
        const isComplete = existsSync(join(cluster, 'pg_ident.conf'));
        if (found !== null && found.uid !== 0 && !isComplete && existsSync(cluster)) wasGivenEarly = true;
      }
    })();
    await restoreBackup(target, backup, options);
    isRestored = true;
    await watching;
    expect((await stat(join(target.postgres, 'cluster'))).uid).not.toBe(0);
    expect(wasGivenEarly).toBe(false);
  },
);

test('a restore ends a server that a killed run left behind, because it would keep writing to the data folder', async () => {
  const { folder, server, store } = await open('left');
  const backup = join(root, 'of-left');
  await createBackup({ folder, databaseUrl: server.url, target: backup, isKeyOutside: false, ...options });
  await store.close();
  // A process that is suspended by SIGSTOP does not end when its supervisor ends.
  process.kill(server.pid, 'SIGSTOP');
  const shutdown = listenForShutdown(() => {});
  await runRestore(folder.root, backup, { env: {}, toolsDir: root, print: () => {}, shutdown });
  await shutdown.stopAll();
  expect(await server.ended).toBe('SIGKILL');
  const restored = await startPostgres({ dataDir: folder.postgres, throwaway: true });
  cleanUpAfterTest(restored.stop);
  expect(await query(restored.url, 'select 1 as one')).toEqual([{ one: '1' }]);
});

test('a restore refuses a backup of another PostgreSQL version, and says what to do', async () => {
  const backup = join(root, 'other-version');
  await mkdir(join(backup, 'cluster'), { recursive: true });
  await writeFile(
    join(backup, 'backup.json'),
    JSON.stringify({ madeAt: now().toISOString(), postgres: '17', hasKey: false }),
  );
  await expect(restoreBackup(listDataFolderPaths(join(root, 'newer')), backup, options)).rejects.toThrow(
    `${backup} is a backup of PostgreSQL 17, but this version of Refrain includes PostgreSQL 18. Restore the backup with the version of Refrain that made it.`,
  );
});

test('if the current key is outside the data folder, a backup contains only the older key file, and a restore returns hasKey false', async () => {
  const { folder, server } = await open('outside');
  const target = join(root, 'without-key');
  expect(await createBackup({ folder, databaseUrl: server.url, target, isKeyOutside: true, ...options })).toEqual({
    hasKey: false,
  });
  const other = listDataFolderPaths(join(root, 'from-outside'));
  expect(await restoreBackup(other, target, options)).toMatchObject({ hasKey: false });
  expect(await readFile(other.encryptionKey, 'utf8')).toBe(await readFile(folder.encryptionKey, 'utf8'));
});
