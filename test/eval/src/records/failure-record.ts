import type { FailureDocument } from '@refrain/analysis';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import { readJsonLines } from './read-json-lines.ts';
import { IdField, TextField } from './text-field.ts';

/** A record in the input of the commands `similar` and `cluster`. `group` is the truth, which is read only for scoring. */
const FailureRecord = z.object({
  id: IdField,
  title: z.string().nullish(),
  text: z.string().nullish(),
  created: TextField.nullish(),
  group: TextField.nullish(),
});

export interface FailureRecords {
  readonly documents: readonly FailureDocument[];
  readonly groups: ReadonlyMap<string, string | null> | null;
}

/**
 * Reads the records for `similar` or `cluster`.
 * @throws {AppError} `invalid_input` if there are no records or two records have the same id
 */
export async function readFailureRecords(path: string): Promise<FailureRecords> {
  const documents: FailureDocument[] = [];
  const groups = new Map<string, string | null>();
  let isLabelled = false;
  for await (const { id, title, text, created, group } of readJsonLines(path, FailureRecord)) {
    if (groups.has(id))
      throw new AppError('invalid_input', `The id ${id} occurs twice in ${path}: ids must be unique.`);
    documents.push({ id, title: title ?? '', text: text ?? '', occurredAt: created ?? '' });
    groups.set(id, group ?? null);
    isLabelled ||= group !== undefined;
  }
  if (documents.length === 0)
    throw new AppError('invalid_input', `${path} has no records. Write one JSON object per line.`);
  return { documents, groups: isLabelled ? groups : null };
}
