import { statfs } from 'node:fs/promises';
import { type Finding, find, note } from './finding.ts';

const mebibyte = 1024 ** 2;
/** Bytes of free space below which PostgreSQL is about to stop, as it does when the disk is full. */
const minFree = 200 * mebibyte;
/** Bytes of free space below which a larger import could fill the disk. */
const lowFree = 2_048 * mebibyte;

/** Reports the free space on the disk of a data folder, if it is little. */
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
