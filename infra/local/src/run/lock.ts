import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '@refrain/domain';
import { ensureDataFolder, refuseDataFolder } from '../ensure-data-folder.ts';
import { readCommand } from '../servers/own-process.ts';
import { identifyProcess } from '../servers/process-identity.ts';
import { isAlive } from '../servers/process-life.ts';

/**
 * Takes a data folder for this process, and creates the folder if it is missing. A lock whose process is gone is taken over.
 * @returns a function that releases it
 * @throws {AppError} `conflict` while another live process holds it; `misconfigured` if the folder cannot be written
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  const folder = dirname(path);
  await ensureDataFolder(folder);
  const own = `${process.pid}\n${(await identifyProcess(process.pid)) ?? ''}\n`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await createWhole(path, own);
      return () => rm(path, { force: true });
    } catch (thrown) {
      const error = thrown as NodeJS.ErrnoException;
      if (error.code !== 'EEXIST') throw refuseDataFolder(folder, 'cannot be written', error);
    }
    const holder = await findHolder(path);
    if (holder !== null) {
      throw new AppError(
        'conflict',
        `Refrain is already running with the data in ${folder} (process ${holder}). Use it, or stop it with Ctrl-C in its terminal.`,
      );
    }
    await rm(path, { force: true });
  }
  throw new AppError('conflict', `The lock ${path} cannot be taken, because another start takes it. Start again.`);
}

/** Creates a file with its content in one step: another start never reads an empty lock. @throws `EEXIST` */
async function createWhole(path: string, content: string): Promise<void> {
  const staged = `${path}.${process.pid}`;
  await writeFile(staged, content);
  try {
    await link(staged, path);
  } finally {
    await rm(staged, { force: true });
  }
}

/** Returns the id of the live process that holds the lock; null if the lock is stale. */
async function findHolder(path: string): Promise<number | null> {
  const [id = '', identity = ''] = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  const pid = Number.parseInt(id, 10);
  if (!(pid > 1) || !isAlive(pid)) return null;
  if (identity === '') return (await looksLikeOurs(pid)) ? pid : null;
  const found = await identifyProcess(pid);
  return found === null || found === identity ? pid : null;
}

/** Earlier versions wrote the process id alone, which may belong to any program by now. */
async function looksLikeOurs(pid: number): Promise<boolean> {
  return pid !== process.pid && (await readCommand(pid)).includes('infra/local/dist/main.js');
}
