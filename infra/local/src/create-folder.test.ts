import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFolder } from './create-folder.ts';

async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-create-folder-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('createFolder creates a folder with its missing parents, and leaves an existing one as it is', async () => {
  const folder = await openFolder();
  const path = join(folder, 'a/b/c');
  await Promise.all([createFolder(path, 0o700), createFolder(path, 0o700)]);
  await createFolder(path);
  expect((await stat(path)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o700);
});

test('createFolder fails to create a folder behind a symbolic link without a target, instead of looping', async () => {
  const folder = await openFolder();
  await symlink(join(folder, 'unmounted'), join(folder, 'disk'));
  await expect(createFolder(join(folder, 'disk/refrain'))).rejects.toMatchObject({ code: 'EEXIST' });
});

test('createFolder fails to create a folder below a file', async () => {
  const folder = await openFolder();
  await writeFile(join(folder, 'file'), '');
  await expect(createFolder(join(folder, 'file/refrain'))).rejects.toMatchObject({ code: 'EEXIST' });
});
