import { chmod, lstat, mkdir, mkdtemp, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ensureSocketFolder, findSocketFolder, removeSocketFolder } from './socket-folder.ts';

async function createDataFolder(...names: string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'refrain-socket-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folder = join(root, ...names);
  await mkdir(folder, { recursive: true });
  return folder;
}

test('the socket folder is empty, and only its owner can enter it', async () => {
  const dataDir = await createDataFolder();
  const folder = await ensureSocketFolder(dataDir, ['redis.sock'], null);
  expect(folder).toBe(join(dataDir, 'socket'));
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  await writeFile(join(folder, 'redis.sock'), '');
  expect(await ensureSocketFolder(dataDir, ['redis.sock'], null)).toBe(folder);
  await expect(stat(join(folder, 'redis.sock'))).rejects.toThrow('ENOENT');
});

test('uses the same temporary folder at each start if the path is too long for a socket', async () => {
  const dataDir = await createDataFolder('d'.repeat(60), 'e'.repeat(60));
  const folder = await ensureSocketFolder(dataDir, ['redis.sock'], null);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  expect(folder.startsWith(join(tmpdir(), 'refrain-'))).toBe(true);
  expect(await readlink(join(dataDir, 'socket'))).toBe(folder);
  expect(await findSocketFolder(dataDir)).toBe(folder);
  expect(await ensureSocketFolder(dataDir, ['redis.sock'], null)).toBe(folder);
  await rm(folder, { recursive: true });
  const next = await ensureSocketFolder(dataDir, ['redis.sock'], null);
  onTestFinished(() => rm(next, { recursive: true, force: true }));
  expect(next).not.toBe(folder);
});

test('replaces a socket folder that other users can enter', async () => {
  const dataDir = await createDataFolder();
  await mkdir(join(dataDir, 'socket'), { mode: 0o777 });
  await writeFile(join(dataDir, 'socket', 'planted'), '');
  const folder = await ensureSocketFolder(dataDir, ['redis.sock'], null);
  expect((await lstat(folder)).mode & 0o077).toBe(0);
  await expect(stat(join(folder, 'planted'))).rejects.toThrow('ENOENT');
});

test('removes a temporary folder and its link, but no folder that another user may have put there', async () => {
  const dataDir = await createDataFolder('d'.repeat(60), 'e'.repeat(60));
  const folder = await ensureSocketFolder(dataDir, ['redis.sock'], null);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'redis.sock'), '');
  await removeSocketFolder(dataDir, ['redis.sock'], null);
  await expect(stat(folder)).rejects.toThrow('ENOENT');
  expect(await findSocketFolder(dataDir)).toBeNull();

  const other = await ensureSocketFolder(dataDir, ['redis.sock'], null);
  onTestFinished(() => rm(other, { recursive: true, force: true }));
  await chmod(other, 0o777);
  await removeSocketFolder(dataDir, ['redis.sock'], null);
  expect((await stat(other)).isDirectory()).toBe(true);
  expect(await findSocketFolder(dataDir)).toBeNull();
});

test.runIf(process.getuid?.() === 0)(
  'uses a temporary folder if the user of the server cannot enter the data folder',
  async () => {
    // `mkdtemp` creates a folder that only its owner can enter.
    const dataDir = await createDataFolder();
    const nobody = { uid: 65_534, gid: 65_534 };
    const folder = await ensureSocketFolder(dataDir, ['redis.sock'], nobody);
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    expect(await readlink(join(dataDir, 'socket'))).toBe(folder);
    expect((await stat(folder)).uid).toBe(nobody.uid);
    await chmod(dataDir, 0o755);
    await removeSocketFolder(dataDir, ['redis.sock'], nobody);
    expect(await ensureSocketFolder(dataDir, ['redis.sock'], nobody)).toBe(join(dataDir, 'socket'));
  },
);

test('findSocketFolder finds nothing if no server was started in the data folder', async () => {
  expect(await findSocketFolder(await createDataFolder())).toBeNull();
});

test('deletes only the files of the server, because the owner could replace the folder by a link', async () => {
  const dataDir = await createDataFolder();
  const folder = await ensureSocketFolder(dataDir, ['redis.sock'], null);
  await writeFile(join(folder, 'redis.sock'), '');
  await writeFile(join(folder, 'other'), '');
  await ensureSocketFolder(dataDir, ['redis.sock'], null);
  await removeSocketFolder(dataDir, ['redis.sock'], null);
  expect(await readdir(folder)).toEqual(['other']);
});

test('reports a folder in place of the socket, and says what to do', async () => {
  const dataDir = await createDataFolder();
  const folder = await ensureSocketFolder(dataDir, ['redis.sock'], null);
  await mkdir(join(folder, 'redis.sock'));
  await expect(ensureSocketFolder(dataDir, ['redis.sock'], null)).rejects.toThrow(
    /redis\.sock cannot be deleted \((?:EISDIR|EPERM)\)\. Move it away\.$/u,
  );
});
