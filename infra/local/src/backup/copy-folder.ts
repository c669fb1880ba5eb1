import { constants } from 'node:fs';
import { chown, copyFile, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolder } from '../create-folder.ts';

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Copies a folder whose files may change, grow and vanish meanwhile.
 * @param leavesOut paths below it, as `pg_wal` or `pg_wal/1`
 * @param owner of what is copied; ourselves unless given
 */
export async function copyFolder(
  from: string,
  to: string,
  leavesOut: (path: string) => boolean = () => false,
  owner: Owner | null = null,
  path = '',
): Promise<void> {
  await createFolder(to, 0o700);
  if (owner !== null) await chown(to, owner.uid, owner.gid);
  for (const name of await readdir(from)) {
    const below = path === '' ? name : `${path}/${name}`;
    if (leavesOut(below)) continue;
    const found = await lstat(join(from, name)).catch(noneIfGone);
    if (found?.isDirectory()) await copyFolder(join(from, name), join(to, name), leavesOut, owner, below);
    if (!found?.isFile()) continue;
    const copied = await copyFile(join(from, name), join(to, name), constants.COPYFILE_FICLONE).then(
      () => true,
      noneIfGone,
    );
    if (copied && owner !== null) await chown(join(to, name), owner.uid, owner.gid);
  }
}

function noneIfGone(thrown: NodeJS.ErrnoException): null {
  if (thrown.code === 'ENOENT') return null;
  throw thrown;
}
