import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Waits until the file system of `path` (on macOS every one) is on the disk: a power cut may empty unwritten files. */
export async function flushDisk(path: string): Promise<void> {
  const options = process.platform === 'linux' ? ['-f', '--', path] : [];
  await promisify(execFile)('sync', options, { env: { PATH: '/usr/bin:/bin' } });
}

/** Waits until the file names in a folder are on the disk. */
export async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
