import type { ErasurePreview } from '@refrain/domain';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { eraseSubjectFromRecords } from './erase-subject-from-records.ts';
import { eraseSubjectFromTexts, type TextErasureBatchResult } from './erase-subject-from-texts.ts';
import {
  createErasureSubjectMatcher,
  type ErasureSubjectMatcher,
  type ErasureSubjectNames,
} from './erasure-subject.ts';
import { listAffectedPatterns } from './remove-repository.ts';
import { listSearchedTables } from './swept-tables.ts';

/**
 * Counts what an erasure would remove. Does not decrypt payloads, but counts those whose delivery key contains a name.
 */
export function previewErasure(db: Kysely<Database>, subject: ErasureSubjectNames): Promise<ErasurePreview> {
  const matcher = createErasureSubjectMatcher(subject);
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      const rows: Record<string, number> = {};
      const add = (table: string, count: number) => {
        if (count > 0) rows[table] = (rows[table] ?? 0) + count;
      };
      add('inbox', await countKeys(transaction, matcher));
      for (const table of ['failure', 'change'] as const) {
        add(table, await countAll((after) => eraseSubjectFromRecords(transaction, table, matcher, after, true)));
      }
      for (const table of await listSearchedTables(transaction, subject.kind)) {
        add(table.name, await countAll((after) => eraseSubjectFromTexts(transaction, table, matcher, after, true)));
      }
      if (subject.kind === 'repository') await addPatterns(transaction, subject, add);
      return { rows, names: [...subject.names], kept: describeRetainedData(subject) };
    });
}

async function countAll(slice: (after: string | null) => Promise<TextErasureBatchResult>): Promise<number> {
  let count = 0;
  for (let after: string | null = null; ; ) {
    const { found, after: next } = await slice(after);
    count += found;
    if (next === null) return count;
    after = next;
  }
}

async function countKeys(db: Transaction<Database>, matcher: ErasureSubjectMatcher): Promise<number> {
  const { rows } = await sql<{ deliveryKey: string }>`
    select delivery_key from inbox where exists (
      select from unnest(${matcher.needles}::text[]) as wanted (needle) where strpos(lower(delivery_key), needle) > 0
    )`.execute(db);
  return (await matcher.filter(rows, ({ deliveryKey }) => deliveryKey)).length;
}

/** Counts the affected patterns, which are deleted or clustered again. */
async function addPatterns(
  db: Transaction<Database>,
  { names }: ErasureSubjectNames,
  add: (table: string, count: number) => void,
): Promise<void> {
  const lower = names.map((name) => name.toLowerCase());
  const { rows } = await sql<{ id: string }>`select id from failure where lower(repository) = any(${lower})`.execute(
    db,
  );
  const { all, whole } = await listAffectedPatterns(
    db,
    rows.map(({ id }) => id),
    lower,
  );
  add('patterns that are deleted', whole.length);
  add('patterns that are clustered again', all.length - whole.length);
}

/** Lists the data that an erasure does not remove, in sentences that do not name the subject. */
export function describeRetainedData({ kind }: Pick<ErasureSubjectNames, 'kind'>): string[] {
  const outside = [
    'Backups that were made before the erasure contain the data until you delete the backups.',
    'Logs of the processes may contain the data until they are rotated.',
    'Refrain cannot delete exported files or messages that were sent to subscribers.',
  ];
  return kind === 'repository'
    ? [
        'Issues, comments and checks that Refrain wrote at GitHub stay at GitHub. Delete them there if necessary.',
        ...outside,
      ]
    : ['Texts that the person wrote at GitHub and PagerDuty stay there.', ...outside];
}
