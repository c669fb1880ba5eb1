import { basename } from 'node:path';
import { AppError } from '@refrain/domain';
import { readAllJsonLines } from '../records/read-json-lines.ts';

/** A record from a file in which duplicates are marked: duplicates have the same group. */
export interface GroupedRecord {
  readonly id: string;
  /** Date in the notation of the file. Dates are compared as texts. */
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

/** Reads a file of records with known duplicates. @throws {AppError} `invalid_input` if no two records have the same group */
export async function readDataFile(path: string): Promise<DataFile> {
  const records = (await readAllJsonLines<FileRecord>(path)).map(({ id, created, group }) => ({
    id: String(id),
    created: String(created ?? ''),
    group: group === null || group === undefined ? null : String(group),
  }));
  const groups = records.flatMap(({ group }) => group ?? []);
  if (new Set(groups).size === groups.length)
    throw new AppError(
      'invalid_input',
      `${path} has no two records of the same group, so there is nothing to score. Give duplicates the same "group".`,
    );
  return { path, name: basename(path), records };
}
