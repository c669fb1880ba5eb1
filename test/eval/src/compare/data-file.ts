import { basename } from 'node:path';
import { AppError } from '@refrain/domain';
import { readLines } from '../read-lines.ts';

/** A record whose twins are known: those of the same group. */
export interface GroupedRecord {
  readonly id: string;
  /** As the file has it; instants of one file are compared as they are written. */
  readonly created: string;
  readonly group: string | null;
}

export interface DataFile {
  readonly path: string;
  readonly name: string;
  readonly records: readonly GroupedRecord[];
}

interface FileRecord {
  readonly id: string | number;
  readonly created?: string | number | null;
  readonly group?: string | number | null;
}

/** @throws {AppError} `invalid_input` where the file cannot be read or no two of its records are of one group */
export function readDataFile(path: string): DataFile {
  const records = readLines<FileRecord>(path).map(({ id, created, group }) => ({
    id: String(id),
    created: String(created ?? ''),
    group: group === null || group === undefined ? null : String(group),
  }));
  const groups = records.flatMap(({ group }) => group ?? []);
  if (new Set(groups).size === groups.length)
    throw new AppError('invalid_input', `${path} holds no two records of one group: there is nothing to score.`);
  return { path, name: basename(path), records };
}
