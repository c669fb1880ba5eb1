import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Flushes the file system of `path` (on macOS: all) to disk and waits, as a power cut would empty unflushed files. */
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
