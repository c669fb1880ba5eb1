import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * Flushes the file system of `path` to the disk (on macOS all file systems), because files that are not flushed may be
 * empty after a power cut.
 */
export async function flushDisk(path: string): Promise<void> {
  const options = process.platform === 'linux' ? ['-f', '--', path] : [];
  await promisify(execFile)('sync', options, { env: { PATH: '/usr/bin:/bin' } });
}

/** Flushes the list of files in a folder to the disk. */
export async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
