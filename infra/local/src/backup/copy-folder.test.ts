import { execFile } from 'node:child_process';
import { chmod, lchown, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { isRoot } from '../servers/user-under-test.ts';
import { copyFolder } from './copy-folder.ts';

const run = promisify(execFile);

const nobody = 65_534;

async function createTree(): Promise<{ readonly from: string; readonly to: string }> {
  const root = await mkdtemp(join(tmpdir(), 'refrain-copy-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const from = join(root, 'closed/from');
  await mkdir(join(from, 'a/empty'), { recursive: true });
  await writeFile(join(from, 'a/file'), 'text');
  await writeFile(join(from, 'empty'), '');
  await writeFile(join(from, 'large'), Buffer.alloc(1_000_000, 'large '));
  await mkdir(join(from, 'left-out/below'), { recursive: true });
  await mkdir(join(root, 'outside'));
  await writeFile(join(root, 'outside/file'), 'of another folder');
  await symlink(join(root, 'outside'), join(from, 'a/link'));
  await run('mkfifo', [join(from, 'pipe')]);
  await chmod(join(root, 'closed'), 0o700);
  return { from, to: join(root, 'to') };
}

async function giveAll(folder: string): Promise<void> {
  for (const path of await readdir(folder, { recursive: true })) await lchown(join(folder, path), nobody, nobody);
  await lchown(folder, nobody, nobody);
}

const owners = isRoot ? ['this user', 'another user'] : ['this user'];

test.each(owners)(
  'copies the files in a folder of %s, and reports links and pipes instead of following them',
  async (owner) => {
    const { from, to } = await createTree();
    if (owner === 'another user') await giveAll(from);
    const special: string[] = [];
    await copyFolder(from, to, { excludes: /^left-out$/u, onSpecialFile: (path) => special.push(path) });
    expect((await readdir(to, { recursive: true })).sort()).toEqual(['a', 'a/empty', 'a/file', 'empty', 'large']);
    for (const path of ['a/file', 'empty', 'large']) {
      expect((await readFile(join(to, path))).equals(await readFile(join(from, path)))).toBe(true);
    }
    expect(special.sort()).toEqual(['a/link', 'pipe']);
    for (const path of ['', 'a', 'a/empty']) expect((await stat(join(to, path))).mode & 0o777).toBe(0o700);
    expect((await stat(join(to, 'a/file'))).uid).toBe(process.getuid?.());
  },
);

test('a second copy adds the files that the first copy excluded, and replaces no file', async () => {
  const { from, to } = await createTree();
  await copyFolder(from, to, { excludes: /^(?:a|large)$/u });
  await copyFolder(from, to, { excludes: /^(?!a(?:\/|$))/u });
  expect((await readdir(to)).sort()).toEqual(['a', 'empty', 'left-out']);
  await expect(copyFolder(from, to)).rejects.toThrow('EEXIST');
});

test.runIf(isRoot)('root copies the folder of another user with the permissions of that user only', async () => {
  const { from, to } = await createTree();
  await giveAll(from);
  // The owner could replace a subfolder by a link during the copy. If root followed the link, the copy would contain files of root.
  await mkdir(join(from, 'of-root'), { mode: 0o700 });
  await writeFile(join(from, 'of-root/secret'), 'secret');
  await expect(copyFolder(from, to)).rejects.toMatchObject({
    code: 'misconfigured',
    message: `The user who owns ${from} cannot read of-root in it (EACCES). Make it readable for that user, then run the command again.`,
  });
  await lchown(join(from, 'of-root'), nobody, nobody);
  await chmod(join(from, 'of-root/secret'), 0o600);
  const secondTo = `${to}-2`;
  await expect(copyFolder(from, secondTo)).rejects.toThrow('cannot read of-root/secret in it (EACCES)');
  expect(await readdir(join(secondTo, 'of-root'))).toEqual([]);
});

test.runIf(isRoot)(
  'root reads the folder of another user with that user’s permissions, also through a link owned by root',
  async () => {
    const { from, to } = await createTree();
    await giveAll(from);
    await writeFile(join(from, 'secret'), 'secret', { mode: 0o600 });
    await symlink(from, `${from}-link`);
    await expect(copyFolder(`${from}-link`, to)).rejects.toThrow('cannot read secret in it (EACCES)');
  },
);
