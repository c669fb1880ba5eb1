import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AppError } from '@refrain/domain';
import { createDataFolderError, ensureDataFolder } from '../ensure-data-folder.ts';
import { createFileError } from '../servers/create-file-error.ts';
import { readProcessCommandLine } from '../servers/own-process.ts';
import { identifyProcess, isProcessAlive } from '../servers/process-life.ts';

/** Interval and time limit of the wait while another starting process takes over a stale lock. */
const pollMs = 20;
const timeoutMs = 10_000;

/**
 * Locks a data folder for this process, and creates the folder if it is missing. A lock whose process has ended is taken over.
 * Returns a function that releases the lock.
 * @throws {AppError} `conflict` while another live process holds the lock; `misconfigured` if the folder or the lock cannot be used
 */
export async function lockDataFolder(path: string): Promise<() => Promise<void>> {
  const folder = dirname(path);
  await ensureDataFolder(folder);
  const content = `${process.pid}\n${(await identifyProcess(process.pid)) ?? ''}\n`;
  const holder = await tryLock(path, content);
  if (holder !== null) {
    throw new AppError(
      'conflict',
      `Refrain is already running with the data in ${folder} (process ${holder}). Use it, or stop it with Ctrl-C in its terminal.`,
    );
  }
  return () => releaseLock(path, content);
}

/**
 * Takes a lock that is free or stale, or returns the id of the live process that holds it. Only the holder of a second lock,
 * `<path>.taking`, replaces a stale lock, so that two starting processes never replace the same one.
 * @param content identifies this process and becomes the content of the lock
 */
async function tryLock(path: string, content: string): Promise<number | null> {
  if (await createLock(path, content)) return null;
  const found = await readLock(path);
  const holder = found === null ? null : await findHolder(found);
  if (holder !== null) return holder;
  const taking = `${path}.taking`;
  await waitForLock(taking, content);
  try {
    return await takeOver(path, content);
  } finally {
    await releaseLock(taking, content);
  }
}

/** Waits until this process holds the lock. @throws {AppError} `conflict` if another process holds it for ten seconds */
async function waitForLock(path: string, content: string): Promise<void> {
  const startedAt = performance.now();
  for (let holder = await tryLock(path, content); holder !== null; holder = await tryLock(path, content)) {
    if (performance.now() - startedAt > timeoutMs) {
      throw new AppError(
        'conflict',
        `Another Refrain that is starting (process ${holder}) holds ${path}. Stop that process, then start again.`,
      );
    }
    await setTimeout(pollMs);
  }
}

/** Replaces the lock if it is still stale. The caller holds the second lock, so no other process replaces it. */
async function takeOver(path: string, content: string): Promise<number | null> {
  const found = await findLock(path, content);
  if (found === null) return null;
  const holder = await findHolder(found);
  if (holder !== null) return holder;
  await writeStaged(path, content, (staged) => rename(staged, path)).catch((cause) => {
    throw createFileError('write', path, cause);
  });
  return null;
}

/** Returns the lock's content, or null after creating the lock. Retries if another process releases it in between. */
async function findLock(path: string, content: string): Promise<string | null> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const found = await readLock(path);
    if (found !== null) return found;
    if (await createLock(path, content)) return null;
  }
  throw createFileError(
    'read',
    path,
    Object.assign(new Error('The lock is a symbolic link without a target'), { code: 'ENOENT' }),
  );
}

/** Creates a lock together with its content, so that no process reads an empty lock. Returns whether the lock was free. */
async function createLock(path: string, content: string): Promise<boolean> {
  try {
    await writeStaged(path, content, (staged) => link(staged, path));
    return true;
  } catch (thrown) {
    const error = thrown as NodeJS.ErrnoException;
    if (error.code === 'EEXIST') return false;
    throw createDataFolderError(dirname(path), 'cannot be written', error);
  }
}

async function writeStaged(
  path: string,
  content: string,
  moveIntoPlace: (staged: string) => Promise<void>,
): Promise<void> {
  const staged = `${path}.${process.pid}`;
  // A crashed process with the same id may have left this file as a hard link to the lock. Writing to it would change the lock.
  await rm(staged, { force: true });
  await writeFile(staged, content);
  try {
    await moveIntoPlace(staged);
  } finally {
    await rm(staged, { force: true });
  }
}

/** Removes this process's lock. No other process takes the lock while this process is alive. */
async function releaseLock(path: string, content: string): Promise<void> {
  if ((await readLock(path)) === content) await rm(path, { force: true });
}

/** Returns the id of the live process that holds a lock with this content; null if the lock is stale. */
async function findHolder(content: string): Promise<number | null> {
  const [id = '', identity = ''] = content.split('\n');
  const pid = Number.parseInt(id, 10);
  if (!(pid > 1) || !isProcessAlive(pid)) return null;
  if (identity === '') return (await isOwnProcess(pid)) ? pid : null;
  const found = await identifyProcess(pid);
  return found === null || found === identity ? pid : null;
}

async function readLock(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((cause) => {
    if (cause.code === 'ENOENT') return null;
    throw createFileError('read', path, cause);
  });
}

async function isOwnProcess(pid: number): Promise<boolean> {
  return pid !== process.pid && (await readProcessCommandLine(pid)).includes('infra/local/dist/main.js');
}
