import { chown, lstat, mkdir, mkdtemp, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Bytes in the path of a Unix socket: `sockaddr_un` has 104 on macOS and 108 on Linux, of which the last is zero. */
const longestPath = 103;

/**
 * Ensures an empty folder for the Unix socket of a server, which only `owner` and root can enter: no other user can connect,
 * or listen there in the server's place. `<dataDir>/socket` is the folder, or a link to a temporary one where its path is
 * too long for a socket.
 * @param socketName the longest name of a file in it
 * @param owner of the server process; null is the current user
 * @throws {AppError} `misconfigured` when the temporary folder's path is too long as well
 */
export async function ensureSocketFolder(dataDir: string, socketName: string, owner: Owner | null): Promise<string> {
  const place = join(dataDir, 'socket');
  const isShort = (folder: string) => Buffer.byteLength(join(folder, socketName)) <= longestPath;
  const existing = await findSocketFolder(dataDir);
  if (existing !== null && isShort(existing) && (await isPrivate(existing, owner))) {
    for (const name of await readdir(existing)) await rm(join(existing, name), { force: true });
    return existing;
  }
  await rm(place, { recursive: true, force: true });
  const folder = isShort(place) ? place : await mkdtemp(join(tmpdir(), 'refrain-'));
  if (folder === place) {
    await mkdir(place, { mode: 0o700 });
  } else {
    if (!isShort(folder)) {
      throw new AppError(
        'misconfigured',
        `The path ${folder} is too long for a Unix socket. Set TMPDIR to a shorter one.`,
      );
    }
    await symlink(folder, place);
  }
  if (owner !== null) await chown(folder, owner.uid, owner.gid);
  return folder;
}

/** The folder that `ensureSocketFolder` returned; null where there is none. */
export async function findSocketFolder(dataDir: string): Promise<string | null> {
  const place = join(dataDir, 'socket');
  const found = await lstat(place).catch(() => null);
  if (found === null) return null;
  return found.isSymbolicLink() ? readlink(place) : place;
}

/** A temporary folder may have been deleted, and made again by another user. */
async function isPrivate(folder: string, owner: Owner | null): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  if (found === null || !found.isDirectory() || (found.mode & 0o077) !== 0) return false;
  return found.uid === (owner?.uid ?? process.getuid?.());
}
