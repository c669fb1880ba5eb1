import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, existsSync } from 'node:fs';
import { copyFile, lchown, lstat, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import { createFolder } from '../create-folder.ts';
import type { Owner } from '../servers/run-as.ts';
import { frameKinds, maxFrameBodyBytes, sendFolder, writeFolderFromFrames } from './folder-frames.ts';

export interface CopyFolderOptions {
  /** Matches excluded paths relative to the folder, such as `pg_wal` or `pg_wal/1`. */
  readonly excludes?: RegExp;
  /** Called with the path of each link, pipe, socket or device. These are not copied. */
  readonly onSpecialFile?: (path: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Copies a folder while its files change, grow or vanish. Root reads the folder of another user with only that user's
 * permissions. Otherwise the owner could replace a subfolder by a link during the copy, and get files of root.
 * @param from must be in a folder in which only this user can create files, because root enters that folder before it drops its
 * permissions
 * @throws {AppError} `misconfigured` if the owner cannot read one of the files
 */
export async function copyFolder(from: string, to: string, options: CopyFolderOptions = {}): Promise<void> {
  await createFolder(to, 0o700);
  const owner = process.getuid?.() === 0 ? await findOtherOwner(from) : null;
  if (owner !== null) await copyAsOwner(from, to, owner, options);
  else await copyEntries(from, to, options, '');
}

async function findOtherOwner(folder: string): Promise<Owner | null> {
  const other = [await stat(folder), await lstat(folder)].find(({ uid }) => uid !== 0);
  return other === undefined ? null : { uid: other.uid, gid: other.gid };
}

async function copyEntries(from: string, to: string, options: CopyFolderOptions, path: string): Promise<void> {
  const { excludes, onSpecialFile, signal } = options;
  for (const name of (await readdir(from).catch(noneIfGone)) ?? []) {
    signal?.throwIfAborted();
    const below = path === '' ? name : `${path}/${name}`;
    if (excludes?.test(below)) continue;
    const found = await lstat(join(from, name)).catch(noneIfGone);
    if (found === null) continue;
    if (found.isDirectory()) {
      await mkdir(join(to, name), { mode: 0o700 });
      await copyEntries(join(from, name), join(to, name), options, below);
    } else if (found.isFile()) {
      await copyFile(join(from, name), join(to, name), copyMode).catch(noneIfGone);
    } else {
      onSpecialFile?.(below);
    }
  }
}

async function copyAsOwner(from: string, to: string, owner: Owner, options: CopyFolderOptions): Promise<void> {
  const args = [options.excludes?.source ?? '(?!)', frameKinds, maxFrameBodyBytes].map((value) =>
    JSON.stringify(value),
  );
  // The child process must not load a file of Refrain, because the owner may have no access to Refrain's folder.
  const child = spawn(nodeProgram(), ['-e', `(${sendFolder})(${args})`], {
    cwd: from,
    env: {},
    ...owner,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // The folder may be on a disk that does not respond. Then only killing the process stops the copy.
  const stop = () => child.kill('SIGKILL');
  options.signal?.addEventListener('abort', stop);
  try {
    await once(child, 'spawn').catch((cause) => {
      throw new AppError(
        'unavailable',
        `The user who owns ${from} cannot run ${process.execPath} (${cause.code}). Install Node.js where every user can run it.`,
        { cause },
      );
    });
    const failure = await writeFolderFromFrames(child.stdout, to, options);
    if (failure === null) return;
    throw new AppError(
      'misconfigured',
      `The user who owns ${from} cannot read ${failure.path} in it (${failure.code}). Make it readable for that user, then run the command again.`,
    );
  } catch (thrown) {
    options.signal?.throwIfAborted();
    throw thrown;
  } finally {
    options.signal?.removeEventListener('abort', stop);
    child.kill('SIGKILL');
  }
}

/**
 * Returns the path of the running Node.js. On Linux this is a link in /proc, which the kernel follows without checking the
 * permissions of Node's parent folders.
 */
function nodeProgram(): string {
  return existsSync('/proc/self/exe') ? '/proc/self/exe' : process.execPath;
}

/**
 * Gives a finished folder to a new owner, innermost files first. Never write to the folder later, because the owner may add
 * links.
 */
export async function changeFolderOwner(folder: string, owner: Owner): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await changeFolderOwner(path, owner);
    else await lchown(path, owner.uid, owner.gid);
  }
  await lchown(folder, owner.uid, owner.gid);
}

/** `copyFile` with this mode never replaces a file, and shares disk blocks if the file system supports that. */
const copyMode = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;

function noneIfGone(thrown: NodeJS.ErrnoException): null {
  if (thrown.code === 'ENOENT') return null;
  throw thrown;
}
