import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listDataFolderPaths } from '../data-folder-paths.ts';
import { copySecret, createBackup, renameFinishedBackup } from './create-backup.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-secret-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('copySecret copies a secret to a new file that only its owner can read', async () => {
  const folder = await createFolder();
  await writeFile(join(folder, 'from'), 'secret');
  expect(await copySecret(join(folder, 'from'), join(folder, 'to'))).toBe(true);
  expect(await readFile(join(folder, 'to'), 'utf8')).toBe('secret');
  expect((await stat(join(folder, 'to'))).mode & 0o777).toBe(0o600);
  expect(await copySecret(join(folder, 'missing'), join(folder, 'other'))).toBe(false);
});

test('copySecret replaces no file and follows no link, because another user may have created them', async () => {
  const folder = await createFolder();
  const [from, planted, link] = ['from', 'planted', 'link'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(from, 'secret');
  await writeFile(planted, 'kept', { mode: 0o666 });
  await symlink(planted, link);
  await expect(copySecret(from, planted)).rejects.toThrow('EEXIST');
  await expect(copySecret(from, link)).rejects.toThrow('EEXIST');
  await expect(copySecret(link, join(folder, 'copy'))).rejects.toThrow('ELOOP');
  expect(await readFile(planted, 'utf8')).toBe('kept');
});

function backUpTo(root: string, target: string) {
  const folder = listDataFolderPaths(join(root, 'data'));
  return createBackup({
    folder,
    target,
    databaseUrl: 'postgres://nobody.invalid',
    isKeyOutside: false,
    now: () => new Date(),
    signal: new AbortController().signal,
  });
}

test('a backup replaces no file, link or non-empty folder', async () => {
  const root = await createFolder();
  const [file, link, full] = ['file', 'link', 'full'].map((name) => join(root, name)) as [string, string, string];
  await writeFile(file, 'kept');
  await mkdir(full);
  await writeFile(join(full, 'file'), 'kept');
  await symlink(full, link);
  for (const target of [file, link, full]) {
    await expect(backUpTo(root, target)).rejects.toMatchObject({
      code: 'conflict',
      message: `${target} already exists. Choose a new or empty folder.`,
    });
  }
  expect(await readFile(file, 'utf8')).toBe('kept');
});

test('a finished backup replaces an empty folder, but not one that another program has filled', async () => {
  const root = await createFolder();
  const [staging, target] = [join(root, 'staging'), join(root, 'target')];
  for (const folder of [staging, target]) await mkdir(folder);
  await writeFile(join(target, 'file'), 'kept');
  await expect(renameFinishedBackup(staging, target)).rejects.toMatchObject({ code: 'conflict' });
  expect(await readFile(join(target, 'file'), 'utf8')).toBe('kept');
  await rm(join(target, 'file'));
  await writeFile(join(staging, 'part'), 'copied');
  await renameFinishedBackup(staging, target);
  expect(await readdir(target)).toEqual(['part']);
});

test('createBackup refuses a backup into the database folder, because the backup would contain itself', async () => {
  const root = await createFolder();
  const database = join(root, 'data/postgres');
  await mkdir(join(database, 'cluster'), { recursive: true });
  await symlink(database, join(root, 'link'));
  for (const target of [join(database, 'backup'), join(database, 'cluster/a/b'), join(root, 'link/backup')]) {
    await expect(backUpTo(root, target)).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining("is in the database's folder. Choose a folder outside it."),
    });
  }
  expect(await readdir(database)).toEqual(['cluster']);
});
