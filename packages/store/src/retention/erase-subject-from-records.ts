import type { Change, Failure } from '@refrain/domain';
import { type SqlBool, sql, type Transaction } from 'kysely';
import { changeColumns } from '../failures/changes.ts';
import { writeChanges, writeFailures } from '../failures/drafts.ts';
import { parsedFailureColumns } from '../failures/failure-columns.ts';
import type { Database } from '../schema/database.ts';
import { createErasureSubjectCondition, type TextErasureBatchResult } from './erase-subject-from-texts.ts';
import type { ErasureSubjectMatcher } from './erasure-subject.ts';
import type { SearchedColumn } from './swept-tables.ts';

const rowsPerBatch = 200;
const text = (name: string): SearchedColumn => ({ name, type: 'text', isKey: false });
const shared = ['title', 'text', 'external_id', 'repository', 'environment', 'url', 'paths', 'sha'];
const columnsOf = {
  failure: [...shared, 'services', 'references', 'severity', 'timing', 'deciding_words'].map(text),
  change: [...shared, 'branch', 'base'].map(text),
} as const;

/**
 * Redacts a name in a batch of failures or changes, and updates their digests. Deletes a row whose external id contains
 * the name, because the external id cannot be changed.
 */
export async function eraseSubjectFromRecords(
  db: Transaction<Database>,
  table: 'failure' | 'change',
  matcher: ErasureSubjectMatcher,
  after: string | null,
  isDry: boolean,
): Promise<TextErasureBatchResult> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where ${createErasureSubjectCondition({ columns: columnsOf[table] }, matcher)} and id > ${after ?? ''}
    order by id limit ${rowsPerBatch}`.execute(db);
  const ids = rows.map(({ id }) => id);
  const records = await readRecords(db, table, ids);
  const found = await matcher.filter<(typeof records)[number]>(records, (record) => record);
  const next = { after: ids.length < rowsPerBatch ? null : (ids.at(-1) ?? null), found: found.length };
  if (isDry) return next;
  const gone = (await matcher.filter(found, ({ externalId }) => externalId)).map(({ id }) => id);
  await removeFailureOrChangeRows(db, table, gone);
  const kept = found
    .filter(({ id }) => !gone.includes(id))
    .map((record) => ({ id: record.id, connectionId: record.connectionId, draft: matcher.redactValue(record) }));
  if (table === 'failure') await writeFailures(db, kept as { id: string; connectionId: string; draft: Failure }[]);
  else await writeChanges(db, kept as { id: string; connectionId: string; draft: Change }[]);
  return next;
}

async function readRecords(db: Transaction<Database>, table: 'failure' | 'change', ids: readonly string[]) {
  if (ids.length === 0) return [];
  if (table === 'change') {
    return db.selectFrom('change').select(changeColumns).where(sql<SqlBool>`id = any(${ids})`).execute();
  }
  return db.selectFrom('failure').select(parsedFailureColumns).where(sql<SqlBool>`id = any(${ids})`).execute();
}

/** Removes failures or changes, and all rows that contain ids or quotations of them. */
export async function removeFailureOrChangeRows(
  db: Transaction<Database>,
  table: 'failure' | 'change',
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from link where target_id = any(${ids})`.execute(db);
  await sql`delete from row_alias where id = any(${ids}) or alias = any(${ids})`.execute(db);
  if (table === 'failure')
    await sql`delete from correction where decision ->> 'kind' = 'statement' and decision ->> 'failureId' = any(${ids})`.execute(
      db,
    );
  await sql`delete from ${sql.table(table)} where id = any(${ids})`.execute(db);
}
