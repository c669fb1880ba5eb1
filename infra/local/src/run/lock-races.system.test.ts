import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listDataFolderPaths, projectFolder } from '../data-folder-paths.ts';
import { identifyProcess } from '../servers/process-life.ts';

async function startTakers(count: number) {
  const program = `
    const { lockDataFolder } = await import(${JSON.stringify(join(projectFolder, 'infra/local/dist/run/lock.js'))});
    process.on('message', async ({ lock, at }) => {
      while (Date.now() < at);
      process.send(await lockDataFolder(lock).then(() => 'taken', ({ code, message }) => code === 'conflict' ? code : message));
    });
    process.send('ready');`;
  const takers = Array.from({ length: count }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }),
  );
  onTestFinished(() => {
    for (const taker of takers) taker.kill('SIGKILL');
  });
  const ended = Promise.race(takers.map((taker) => once(taker, 'exit'))).then((): never => {
    throw new Error('A process ended before its answer: see the output above.');
  });
  ended.catch(() => {});
  const answers = () =>
    Promise.race([ended, Promise.all(takers.map(async (taker) => String((await once(taker, 'message'))[0])))]);
  await answers();
  return async function take(lock: string): Promise<string[]> {
    const outcomes = answers();
    const at = Date.now() + 20;
    for (const taker of takers) taker.send({ lock, at });
    return outcomes;
  };
}

test.each([
  ['a stale lock', ['']],
  ['a stale lock whose take-over crashed', ['', '.taking']],
  ['a stale lock whose take-over crashed twice', ['', '.taking', '.taking.taking']],
  ['no lock', []],
])('only one of eight simultaneous starts takes the lock of a data folder with %s', async (_what, staleFiles) => {
  const take = await startTakers(8);
  for (let round = 0; round < 20; round += 1) {
    const root = await mkdtemp(join(tmpdir(), 'refrain-lock-'));
    onTestFinished(() => rm(root, { recursive: true }));
    const { lock } = listDataFolderPaths(root);
    const stale = `${process.pid}\n${(await identifyProcess(process.pid))?.replace(/\d+$/u, '1')}\n`;
    for (const ending of staleFiles) await writeFile(lock + ending, stale);
    expect((await take(lock)).sort()).toEqual([...Array(7).fill('conflict'), 'taken']);
    expect(await readdir(root)).toEqual(['run.lock']);
  }
});
