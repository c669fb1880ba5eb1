import { constants } from 'node:fs';
import { copyFile, lchown, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolder } from '../create-folder.ts';
import type { Owner } from '../servers/run-as.ts';

export interface CopyOptions {
  /** Whether a path below the folder is left out, like `pg_wal` or `pg_wal/1`. */
  readonly leavesOut?: (path: string) => boolean;
  /** Called with the path of a link, pipe, socket or device. None of them is copied. */
  readonly onSpecialFile?: (path: string) => void;
}

/** Copies a folder while its files change, grow or vanish. The copies belong to the user of this process. */
export async function copyFolder(from: string, to: string, options: CopyOptions = {}, path = ''): Promise<void> {
  const { leavesOut, onSpecialFile } = options;
  await createFolder(to, 0o700);
  for (const name of await readdir(from)) {
    const below = path === '' ? name : `${path}/${name}`;
    if (leavesOut?.(below)) continue;
    const found = await lstat(join(from, name)).catch(noneIfGone);
    if (found === null) continue;
    if (found.isDirectory()) {
      await copyFolder(join(from, name), join(to, name), options, below);
    } else if (found.isFile()) {
      await copyFile(join(from, name), join(to, name), copyMode).catch(noneIfGone);
    } else {
      onSpecialFile?.(below);
    }
  }
}

/**
 * Gives a finished folder to another user, from the inside out. Nothing may be written to it afterwards: its owner could have put a
 * link to another file there.
 */
export async function giveFolder(folder: string, owner: Owner): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await giveFolder(path, owner);
    else await lchown(path, owner.uid, owner.gid);
  }
  await lchown(folder, owner.uid, owner.gid);
}

/** Replaces no file, and shares the blocks of the disk where the file system can. */
const copyMode = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;

function noneIfGone(thrown: NodeJS.ErrnoException): null {
  if (thrown.code === 'ENOENT') return null;
  throw thrown;
}
