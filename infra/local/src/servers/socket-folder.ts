import { chown, lstat, mkdir, mkdtemp, readlink, rmdir, symlink, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '@refrain/domain';
import { removeFolder } from './remove-folder.ts';
import { canEnterFolder, type Owner } from './run-as.ts';

/** Maximum bytes in the path of a Unix socket: `sockaddr_un` has 104 on macOS and 108 on Linux, including a final zero. */
const maxPathLength = 103;

/**
 * Ensures an empty folder for the Unix socket of a server, which only `owner` and root can enter. Its path is `<dataDir>/socket`,
 * a link to a temporary folder if the path is too long for a socket or `owner` cannot reach it.
 * @param names of the files that the server creates in the folder
 * @param owner of the server process; null is the current user
 * @throws {AppError} `misconfigured` if the temporary folder cannot be used either
 */
export async function ensureSocketFolder(
  dataDir: string,
  names: readonly string[],
  owner: Owner | null,
): Promise<string> {
  const path = join(dataDir, 'socket');
  const isUsable = async (folder: string) =>
    names.every((name) => Buffer.byteLength(join(folder, name)) <= maxPathLength) &&
    (owner === null || (await canEnterFolder(owner, dirname(folder))));
  const existing = await findSocketFolder(dataDir);
  if (existing !== null && (await isUsable(existing)) && (await isPrivate(existing, owner))) {
    await removeFiles(existing, names);
    return existing;
  }
  await removeFolder(path);
  const folder = (await isUsable(path)) ? path : await mkdtemp(join(tmpdir(), 'refrain-'));
  if (folder === path) {
    await mkdir(path, { mode: 0o700 });
  } else {
    if (!(await isUsable(folder))) {
      await rmdir(folder);
      throw new AppError(
        'misconfigured',
        `The folder ${dirname(folder)} cannot hold a Unix socket, because its path is too long or the user of the server cannot enter it. Set TMPDIR to a short path that every user may enter.`,
      );
    }
    await symlink(folder, path);
  }
  if (owner !== null) await chown(folder, owner.uid, owner.gid);
  return folder;
}

export async function findSocketFolder(dataDir: string): Promise<string | null> {
  const path = join(dataDir, 'socket');
  const found = await lstat(path).catch(() => null);
  if (found === null) return null;
  return found.isSymbolicLink() ? readlink(path) : path;
}

/** Removes the socket folder of a server that has ended, and the link to it. A folder with other files stays. */
export async function removeSocketFolder(
  dataDir: string,
  names: readonly string[],
  owner: Owner | null,
): Promise<void> {
  const path = join(dataDir, 'socket');
  const folder = await findSocketFolder(dataDir);
  if (folder !== null && (await isPrivate(folder, owner))) {
    await removeFiles(folder, names);
    await rmdir(folder).catch(() => {});
  }
  if (folder !== path) await unlink(path).catch(() => {});
}

/**
 * Removes only files with these names, because the owner could replace the folder by a link to have other files
 * deleted.
 */
async function removeFiles(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await unlink(join(folder, name)).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return;
      throw new AppError('misconfigured', `${join(folder, name)} cannot be deleted (${cause.code}). Move it away.`, {
        cause,
      });
    });
  }
}

/** Returns whether only `owner` can enter the folder. If the folder was deleted, another user may have created it again. */
async function isPrivate(folder: string, owner: Owner | null): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  if (found === null || !found.isDirectory() || (found.mode & 0o077) !== 0) return false;
  return found.uid === (owner?.uid ?? process.getuid?.());
}
