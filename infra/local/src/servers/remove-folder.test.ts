import { chmod, lchown, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { removeFolder } from './remove-folder.ts';
import { isRoot } from './user-under-test.ts';

/** An unprivileged user who owns no files outside these tests. */
const nobody = 65_534;

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-remove-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('removes a folder with all its content, and a link without its target', async () => {
  const root = await createFolder();
  await mkdir(join(root, 'folder/a/b'), { recursive: true });
  await writeFile(join(root, 'folder/a/file'), '');
  await mkdir(join(root, 'kept'));
  await symlink(join(root, 'kept'), join(root, 'link'));
  for (const name of ['folder', 'link', 'missing']) await removeFolder(join(root, name));
  expect(await readdir(root)).toEqual(['kept']);
});

test.runIf(isRoot)('root deletes another user’s folder with only that user’s permissions', async () => {
  const root = await createFolder();
  const theirs = join(root, 'theirs');
  await mkdir(join(theirs, 'of-root'), { recursive: true });
  await writeFile(join(theirs, 'of-root/file'), '');
  await lchown(theirs, nobody, nobody);
  await chmod(root, 0o700);
  // Root deletes with the permissions of `nobody`, who may not delete a file of root.
  await expect(removeFolder(theirs)).rejects.toThrow('Permission denied');
  expect(await readdir(join(theirs, 'of-root'))).toEqual(['file']);
  for (const path of [join(theirs, 'of-root'), join(theirs, 'of-root/file')]) await lchown(path, nobody, nobody);
  await removeFolder(theirs);
  expect(await readdir(root)).toEqual([]);
});
