import { statfs } from 'node:fs/promises';
import { createDoctorFinding, createInformationalFinding, type DoctorFinding } from './doctor-finding.ts';

const mebibyte = 1024 ** 2;
/** Free bytes below which PostgreSQL may soon stop because the disk is full. */
const minFree = 200 * mebibyte;
const lowFree = 2_048 * mebibyte;

export async function examineDiskSpace(dataFolder: string): Promise<DoctorFinding[]> {
  const { bavail, bsize } = await statfs(dataFolder);
  return describeFreeDiskSpace(dataFolder, bavail * bsize);
}

export function describeFreeDiskSpace(dataFolder: string, free: number): DoctorFinding[] {
  if (free >= lowFree) return [];
  const what = `The disk that holds ${dataFolder} has ${Math.floor(free / mebibyte)} MB left`;
  const advice = 'Free space on it, or move the data folder to a larger disk (REFRAIN_DATA_DIR).';
  return free < minFree
    ? [createDoctorFinding('refrain', false, `${what}, and PostgreSQL will stop when the disk is full`, advice)]
    : [createInformationalFinding('refrain', what, advice)];
}
