import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listDataFolderPaths } from '../data-folder-paths.ts';
import { readPostgresVersion } from '../servers/postgres-binaries.ts';
import { isRoot } from '../servers/user-under-test.ts';
import { manifestFileName, writeManifest } from './backup-manifest.ts';
import { moveDataAside, restoreBackup } from './restore-backup.ts';

const now = () => new Date('2026-03-04T05:06:07Z');
const options = { now, signal: new AbortController().signal };

async function createFolders() {
  const root = await mkdtemp(join(tmpdir(), 'refrain-restore-'));
  onTestFinished(async () => {
    await chmod(root, 0o700);
    await rm(root, { recursive: true, force: true });
  });
  const backup = join(root, 'backup');
  const files = {
    'backup.json': JSON.stringify({ madeAt: now().toISOString(), postgres: await readPostgresVersion(), hasKey: true }),
    'encryption-key': 'key of the backup',
    password: 'password of the backup',
    'cluster/PG_VERSION': '18\n',
    'cluster/backup_label': '',
    'cluster/global/pg_control': 'control',
    'cluster/base/5/1259': 'rows',
  };
  for (const path of ['global', 'pg_wal', 'base/5']) await mkdir(join(backup, 'cluster', path), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(backup, name), text);
  await writeManifest(backup, options.signal);
  const folder = listDataFolderPaths(join(root, 'data'));
  await mkdir(folder.root);
  return { root, backup, folder };
}

async function fill({ postgres, redis, encryptionKey }: ReturnType<typeof listDataFolderPaths>): Promise<void> {
  for (const path of [postgres, redis]) {
    await mkdir(path);
    await writeFile(join(path, 'former'), '');
  }
  await writeFile(encryptionKey, 'former key');
}

test('a restore moves the previous data to a folder inside the data folder, which may be a mount point', async () => {
  const { root, backup, folder } = await createFolders();
  await fill(folder);
  // The parent of the data folder is read-only now, so only root could create a file beside the data folder.
  await chmod(root, 0o500);
  const { previousDataFolder: aside } = await restoreBackup(folder, backup, options);
  expect(aside).toBe(join(folder.root, 'before-2026-03-04T05-06-07-000Z'));
  expect((await readdir(aside ?? '')).sort()).toEqual(['encryption-key', 'postgres', 'redis']);
  expect(await readdir(join(aside ?? '', 'postgres'))).toEqual(['former']);
  expect((await readdir(root)).sort()).toEqual(['backup', 'data']);
  expect((await readdir(folder.root)).sort()).toEqual([
    'before-2026-03-04T05-06-07-000Z',
    'encryption-key',
    'postgres',
  ]);
  expect(await readFile(folder.encryptionKey, 'utf8')).toBe('key of the backup');
});

test('moveDataAside moves no file if one of them cannot be moved, and the error says what to do', async () => {
  const { folder } = await createFolders();
  await fill(folder);
  await rm(folder.redis, { recursive: true });
  const aside = join(folder.root, 'before');
  await expect(moveDataAside([folder.postgres, folder.redis, folder.encryptionKey], aside)).rejects.toMatchObject({
    code: 'misconfigured',
    message: `${folder.redis} cannot be moved to ${aside} (ENOENT), so nothing was restored. If ${folder.redis} is a mount point, unmount it. Otherwise give this user the permission to move it. Then run the restore again.`,
  });
  expect((await readdir(folder.root)).sort()).toEqual(['encryption-key', 'postgres']);
  expect(await readdir(folder.postgres)).toEqual(['former']);
});

test('a restore refuses a backup without the write-ahead log before it changes anything', async () => {
  const { backup, folder } = await createFolders();
  await rm(join(backup, 'cluster/pg_wal'), { recursive: true });
  await expect(restoreBackup(folder, backup, options)).rejects.toMatchObject({
    code: 'invalid_input',
    message: `The backup ${backup} lacks the folder cluster/pg_wal. Restore another backup.`,
  });
  expect(await readdir(folder.root)).toEqual([]);
});

const table = 'cluster/base/5/1259';

test.each([
  ['misses a file', (backup: string) => rm(join(backup, table)), `lacks the file ${table}. Restore another backup.`],
  [
    'has an emptied file',
    (backup: string) => writeFile(join(backup, table), ''),
    'has 0 bytes instead of 4. Restore another backup.',
  ],
  [
    'has a damaged file',
    (backup: string) => writeFile(join(backup, table), 'ROWS'),
    'is damaged: its SHA-256 differs. Restore another backup.',
  ],
  [
    'has a damaged password',
    (backup: string) => writeFile(join(backup, 'password'), 'PASSWORD of the backup'),
    'is damaged: its SHA-256 differs. Restore another backup.',
  ],
  [
    'has a file of another backup',
    (backup: string) => writeFile(join(backup, 'cluster/pg_wal/000000010000000000000009'), ''),
    'contains cluster/pg_wal/000000010000000000000009, which is not in its manifest.json. Restore another backup.',
  ],
  [
    'has no manifest',
    (backup: string) => rm(join(backup, manifestFileName)),
    'lacks manifest.json, so nobody can tell whether it is complete. An early version of Refrain made it, or the file was lost: make a new backup, or restore another one.',
  ],
  [
    'has a damaged manifest',
    (backup: string) => writeFile(join(backup, manifestFileName), '{"files":'),
    'The file manifest.json of the backup',
  ],
])('a restore refuses a backup that %s, and changes nothing', async (_, damage, message) => {
  const { backup, folder } = await createFolders();
  await fill(folder);
  await damage(backup);
  await expect(restoreBackup(folder, backup, options)).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining(message),
  });
  expect((await readdir(folder.root)).sort()).toEqual(['encryption-key', 'postgres', 'redis']);
  expect(await readFile(folder.encryptionKey, 'utf8')).toBe('former key');
});

test('a restore that is interrupted during the copy changes nothing', async () => {
  const { backup, folder } = await createFolders();
  await fill(folder);
  const reason = new Error('stopped by SIGTERM');
  await expect(restoreBackup(folder, backup, { now, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect((await readdir(folder.root)).sort()).toEqual(['encryption-key', 'postgres', 'redis']);
});

test('a failed restore leaves nothing behind', async () => {
  const { backup, folder } = await createFolders();
  await fill(folder);
  await symlink('/', join(backup, 'cluster/base/link'));
  await expect(restoreBackup(folder, backup, options)).rejects.toMatchObject({ code: 'invalid_input' });
  expect((await readdir(folder.root)).sort()).toEqual(['encryption-key', 'postgres', 'redis']);
});

test('the folder that marks an interrupted restore stays until a restore succeeds', async () => {
  const { backup, folder } = await createFolders();
  await mkdir(join(folder.restoring, 'cluster'), { recursive: true });
  await writeFile(join(folder.restoring, 'cluster/half'), '');
  const link = join(backup, 'cluster/base/link');
  await symlink('/', link);
  await expect(restoreBackup(folder, backup, options)).rejects.toMatchObject({ code: 'invalid_input' });
  expect(await readdir(folder.root)).toEqual(['restoring']);
  expect(await readdir(folder.restoring)).toEqual([]);
  await rm(link);
  await restoreBackup(folder, backup, options);
  expect((await readdir(folder.root)).sort()).toEqual(['encryption-key', 'postgres']);
});

test.runIf(isRoot)('root restores no file that the owner of the backup cannot read', async () => {
  const { backup, folder } = await createFolders();
  await chown(join(backup, 'cluster'), 65_534, 65_534);
  await chmod(join(backup, 'cluster/global/pg_control'), 0o600);
  await expect(restoreBackup(folder, backup, options)).rejects.toThrow('cannot read global/pg_control in it (EACCES)');
  expect(await readdir(folder.root)).toEqual([]);
});
