import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { killProcessesInFolder, stopOrphanedServer } from './own-process.ts';
import { isProcessAlive } from './process-life.ts';

/** Starts a program that sleeps, with `cwd` as its working folder. */
async function startSleeper(program: 'sleep' | 'tail', cwd: string): Promise<number> {
  const child = spawn(program, program === 'sleep' ? ['60'] : ['-f', '/dev/null'], { cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'spawn');
  return child.pid ?? 0;
}

test.runIf(process.platform === 'linux')(
  'kills only those processes of the program that work in the folder',
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'refrain-own-'));
    onTestFinished(() => rm(root, { recursive: true }));
    const [folder, other] = [join(root, 'cluster'), join(root, 'other')];
    for (const path of [folder, other]) await mkdir(path);
    const hung = await startSleeper('sleep', folder);
    process.kill(hung, 'SIGSTOP');
    const bystanders = [await startSleeper('sleep', other), await startSleeper('tail', folder)];
    await killProcessesInFolder(folder, 'sleep');
    expect(isProcessAlive(hung)).toBe(false);
    expect(bystanders.map(isProcessAlive)).toEqual([true, true]);
  },
);

test.runIf(process.platform === 'linux')(
  'kills a process that was started with the path of the folder, or of a link to it',
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'refrain-own-'));
    onTestFinished(() => rm(root, { recursive: true }));
    const [folder, link] = [join(root, 'cluster'), join(root, 'link')];
    await mkdir(folder);
    await symlink(root, link);
    const start = async (path: string) => {
      const child = spawn('sh', ['-c', 'read forever', '-D', path]);
      onTestFinished(() => void child.kill('SIGKILL'));
      await once(child, 'spawn');
      return child.pid ?? 0;
    };
    const started = [await start(folder), await start(join(link, 'cluster')), await start(root)];
    await killProcessesInFolder(folder, 'sh');
    expect(started.map(isProcessAlive)).toEqual([false, false, true]);
  },
);

test('deletes a pipe or link in place of the pid file without reading it', async () => {
  const root = await mkdtemp(join(tmpdir(), 'refrain-own-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const pidFile = join(root, 'postmaster.pid');
  await promisify(execFile)('mkfifo', [pidFile]);
  await stopOrphanedServer(pidFile, root, 'SIGKILL');
  expect(await readdir(root)).toEqual([]);
  const sleeper = await startSleeper('sleep', root);
  await writeFile(join(root, 'other'), `${sleeper}\n`);
  await symlink(join(root, 'other'), pidFile);
  await stopOrphanedServer(pidFile, root, 'SIGKILL');
  expect(await readdir(root)).toEqual(['other']);
  expect(isProcessAlive(sleeper)).toBe(true);
});
