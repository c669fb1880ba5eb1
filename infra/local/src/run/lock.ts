import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '@refrain/domain';
import { ensureDataFolder, refuseDataFolder } from '../ensure-data-folder.ts';
import { readCommand } from '../servers/own-process.ts';
import { identifyProcess } from '../servers/process-identity.ts';
import { isAlive } from '../servers/process-life.ts';
import { refuseFile } from '../servers/refuse-file.ts';

/**
 * Takes a data folder for this process, and creates the folder if it is missing. A lock whose process is gone is taken over.
 * @returns a function that releases it
 * @throws {AppError} `conflict` while another live process holds it; `misconfigured` if the folder or the lock cannot be used
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  const folder = dirname(path);
  await ensureDataFolder(folder);
  const own = `${process.pid}\n${(await identifyProcess(process.pid)) ?? ''}\n`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await createWhole(path, own);
      return () => removeLock(path, own);
    } catch (thrown) {
      const error = thrown as NodeJS.ErrnoException;
      if (error.code !== 'EEXIST') throw refuseDataFolder(folder, 'cannot be written', error);
    }
    const found = await readLock(path);
    const holder = await findHolder(found);
    if (holder !== null) {
      throw new AppError(
        'conflict',
        `Refrain is already running with the data in ${folder} (process ${holder}). Use it, or stop it with Ctrl-C in its terminal.`,
      );
    }
    await removeLock(path, found).catch((cause) => {
      throw refuseFile('write', path, cause);
    });
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

/** Removes the lock with this content, and puts back one that another start has taken meanwhile. */
export async function removeLock(path: string, content: string): Promise<void> {
  const aside = `${path}.${process.pid}.aside`;
  try {
    await rename(path, aside);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw thrown;
  }
  if ((await readLock(aside)) !== content) {
    await link(aside, path).catch((thrown: NodeJS.ErrnoException) => {
      if (thrown.code !== 'EEXIST') throw thrown;
    });
  }
  await rm(aside, { force: true });
}

/**
 * Returns the id of the live process that holds the lock; null if the lock is stale.
 * @param content of the lock
 */
async function findHolder(content: string): Promise<number | null> {
  const [id = '', identity = ''] = content.split('\n');
  const pid = Number.parseInt(id, 10);
  if (!(pid > 1) || !isAlive(pid)) return null;
  if (identity === '') return (await looksLikeOurs(pid)) ? pid : null;
  const found = await identifyProcess(pid);
  return found === null || found === identity ? pid : null;
}

async function readLock(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause) => {
    if (cause.code === 'ENOENT') return '';
    throw refuseFile('read', path, cause);
  });
}

/** Earlier versions wrote the process id alone, which may belong to any program by now. */
async function looksLikeOurs(pid: number): Promise<boolean> {
  return pid !== process.pid && (await readCommand(pid)).includes('infra/local/dist/main.js');
}
