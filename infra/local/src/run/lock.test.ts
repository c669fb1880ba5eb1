import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { listDataFolderPaths } from '../data-folder-paths.ts';
import { identifyProcess } from '../servers/process-life.ts';
import { createZombieProcess } from '../servers/zombie-under-test.ts';
import { lockDataFolder } from './lock.ts';

async function openDataFolder() {
  const root = await mkdtemp(join(tmpdir(), 'refrain-lock-'));
  onTestFinished(() => rm(root, { recursive: true }));
  return listDataFolderPaths(root);
}

async function startOtherProcess(argument = 'other'): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log(1)', argument]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

test('lockDataFolder refuses a lock while its holder runs, and grants the lock after its release', async () => {
  const { root, lock } = await openDataFolder();
  const release = await lockDataFolder(lock);
  await expect(lockDataFolder(lock)).rejects.toThrow(
    `Refrain is already running with the data in ${root} (process ${process.pid}). Use it, or stop it with Ctrl-C in its terminal.`,
  );
  await release();
  await (await lockDataFolder(lock))();
});

test('releasing a lock removes only the lock of this process, and leaves no other file', async () => {
  const { root, lock } = await openDataFolder();
  await writeFile(lock, '');
  const release = await lockDataFolder(lock);
  const content = await readFile(lock, 'utf8');
  await writeFile(lock, 'of another start');
  await release();
  expect(await readFile(lock, 'utf8')).toBe('of another start');
  await writeFile(lock, content);
  await release();
  expect(await readdir(root)).toEqual([]);
});

test('lockDataFolder takes over a stale lock that a crashed process with the same id left under two file names', async () => {
  const { root, lock } = await openDataFolder();
  await writeFile(lock, '');
  await link(lock, `${lock}.${process.pid}`);
  await lockDataFolder(lock);
  expect(await readdir(root)).toEqual(['run.lock']);
});

test('a start waits while another start takes over a stale lock', async () => {
  const { lock } = await openDataFolder();
  const [taker, taking] = [await startOtherProcess(), `${lock}.taking`];
  await writeFile(lock, '');
  await writeFile(taking, `${taker}\n${await identifyProcess(taker)}\n`);
  const outcome = lockDataFolder(lock).catch(({ message }) => message);
  await setTimeout(200);
  await writeFile(lock, `${taker}\n${await identifyProcess(taker)}\n`);
  await rm(taking);
  expect(await outcome).toContain(`(process ${taker})`);
});

test('lockDataFolder refuses a dangling link in place of the lock, and says what to do', async () => {
  const { root, lock } = await openDataFolder();
  await symlink(join(root, 'missing'), lock);
  await expect(lockDataFolder(lock)).rejects.toThrow(
    'It is a link that leads to no file: remove it, or put a file in its place.',
  );
});

test('lockDataFolder refuses a lock whose process id and start time are those of another live process', async () => {
  const { lock } = await openDataFolder();
  const pid = await startOtherProcess();
  await writeFile(lock, `${pid}\n${await identifyProcess(pid)}\n`);
  await expect(lockDataFolder(lock)).rejects.toMatchObject({ code: 'conflict' });
});

test.each([
  ['the parent of this process', async () => process.ppid],
  ['another Node process', () => startOtherProcess()],
  ['this process', async () => process.pid],
])('lockDataFolder takes over a lock whose process id now belongs to %s', async (_whose, findPid) => {
  const { lock } = await openDataFolder();
  const pid = await findPid();
  const startedEarlier = (await identifyProcess(pid))?.replace(/\d+$/u, '1');
  await writeFile(lock, `${pid}\n${startedEarlier}\n`);
  await lockDataFolder(lock);
  expect((await readFile(lock, 'utf8')).split('\n')[0]).toBe(String(process.pid));
});

test('lockDataFolder takes over an old lock that has only a process id, unless the process is a running Refrain', async () => {
  const { lock } = await openDataFolder();
  await writeFile(lock, String(await startOtherProcess()));
  const release = await lockDataFolder(lock);
  await release();
  const refrain = await startOtherProcess('/opt/refrain/infra/local/dist/main.js');
  await writeFile(lock, String(refrain));
  await expect(lockDataFolder(lock)).rejects.toThrow(`(process ${refrain})`);
});

test.runIf(process.platform === 'linux')('lockDataFolder takes over a lock whose process is a zombie', async () => {
  const { lock } = await openDataFolder();
  const pid = await createZombieProcess();
  await writeFile(lock, `${pid}\n${await identifyProcess(pid)}\n`);
  await lockDataFolder(lock);
});

test('lockDataFolder refuses a folder in place of the lock, and says what to do', async () => {
  const { lock } = await openDataFolder();
  await mkdir(lock);
  await expect(lockDataFolder(lock)).rejects.toThrow(
    `Cannot read ${lock} (EISDIR). It is a folder: remove it, or put a file in its place.`,
  );
});

test('lockDataFolder takes over an empty lock, which a crash can leave', async () => {
  const { lock } = await openDataFolder();
  await writeFile(lock, '');
  await lockDataFolder(lock);
});

test('lockDataFolder refuses a data folder that is a file or cannot hold files, and says what to do', async () => {
  const { root } = await openDataFolder();
  const file = join(root, 'file');
  await writeFile(file, '');
  const advice = 'Set REFRAIN_DATA_DIR to a folder that this user can write to.';
  await expect(lockDataFolder(join(file, 'run.lock'))).rejects.toThrow(
    `The data folder ${file} is not a folder. ${advice}`,
  );
  await expect(lockDataFolder(join(file, 'below/run.lock'))).rejects.toThrow(
    `The data folder ${join(file, 'below')} cannot be created (EEXIST). ${advice}`,
  );
});
