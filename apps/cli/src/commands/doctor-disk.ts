import { statfs } from 'node:fs/promises';
import { type Finding, find, note } from './finding.ts';

const mebibyte = 1024 ** 2;
/** PostgreSQL stops when the disk is full: below this, in bytes, that is near. */
const minFree = 200 * mebibyte;
/** Below this, in bytes, a larger import could fill the disk. */
const lowFree = 2_048 * mebibyte;

/** Reports how much room is left on the disk of a data folder, if it is little. */
export async function examineDisk(dataFolder: string): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(dataFolder);
  return describeFreeSpace(dataFolder, bavail * bsize);
}

/** @param free in bytes */
export function describeFreeSpace(dataFolder: string, free: number): Finding[] {
  if (free >= lowFree) return [];
  const what = `The disk of ${dataFolder} has ${Math.floor(free / mebibyte)} MB left`;
  const advice = 'Free space on it, or move the data folder to a larger disk (REFRAIN_DATA_DIR).';
  return free < minFree
    ? [find('refrain', false, `${what}, and PostgreSQL stops when it is full`, advice)]
    : [note('refrain', what, advice)];
}
