import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Creates a folder and its missing parents. `mkdir` with `recursive` would loop forever below /proc, or behind a symbolic link
 * without a target.
 * @param mode of each folder that is created
 */
export async function createFolder(path: string, mode = 0o777): Promise<void> {
  if (await isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) await createFolder(parent, mode);
  try {
    await mkdir(path, { mode });
  } catch (thrown) {
    // Another process may have created the folder between the check and `mkdir`.
    if (!(await isFolder(path))) throw thrown;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
