import { type IndexedFailure, judgeToldRevert } from '@refrain/analysis';
import { AppError, FailureKind } from '@refrain/domain';
import { z } from 'zod';
import { readChecked } from '../read-lines.ts';

const Record = z.object({
  id: z.string().min(1),
  title: z.string().nullish(),
  text: z.string().nullish(),
  created: z.string().nullish(),
  kind: FailureKind.nullish(),
  paths: z.array(z.string()).nullish(),
  repository: z.string().nullish(),
});

/**
 * The records of a file as the API's index holds them after an import: a revert that does not answer a failure is not searched.
 * @throws {AppError} `invalid_input` where the file cannot be read, holds something else, or has an id twice
 */
export function readRecords(path: string): { readonly records: IndexedFailure[]; readonly notFailures: number } {
  const read = readChecked(path, Record).map(
    ({ id, title, text, created, kind, paths, repository }): IndexedFailure => ({
      ...{ id, title: title ?? '', text: text ?? '', occurredAt: created ?? '', kind: kind ?? 'incident' },
      ...{ paths: paths ?? [], repository: repository ?? null, services: [], environment: null },
    }),
  );
  const ids = new Set<string>();
  for (const { id } of read) {
    if (ids.has(id)) throw new AppError('invalid_input', `The id ${id} stands twice in ${path}: ids must be unique.`);
    ids.add(id);
  }
  const records = read.filter(
    ({ kind, title, text }) => kind !== 'reverted_change' || judgeToldRevert(title, text).verdict === 'failure',
  );
  return { records, notFailures: read.length - records.length };
}
