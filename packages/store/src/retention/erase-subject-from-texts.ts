import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { toJsonText } from '../sql/json-text.ts';
import type { ErasureSubjectMatcher } from './erasure-subject.ts';
import type { SearchedColumn, SearchedTable } from './swept-tables.ts';

const rowsPerBatch = 50;

export interface TextErasureBatchResult {
  /** The last processed row; null if all rows of the table are processed. */
  readonly after: string | null;
  /** The number of deleted or changed rows. */
  readonly found: number;
}

interface FoundRow {
  readonly place: string;
  readonly values: readonly unknown[];
}

/**
 * Redacts a name in a batch of a table's rows. Deletes a row whose key contains the name.
 * @param isDry whether to count the rows without changing them
 */
export async function eraseSubjectFromTexts(
  db: Transaction<Database>,
  table: SearchedTable,
  matcher: ErasureSubjectMatcher,
  after: string | null,
  isDry: boolean,
): Promise<TextErasureBatchResult> {
  const { rows } = await sql<FoundRow>`
    select ctid::text as place, jsonb_build_array(${sql.join(table.columns.map(({ name }) => sql.ref(name)))}) as values
    from ${sql.table(table.name)} where ${createErasureSubjectCondition(table, matcher)} and ctid > ${after ?? '(0,0)'}::tid
    order by ctid limit ${rowsPerBatch} ${isDry ? sql`` : sql`for update`}`.execute(db);
  // The audit log is append-only. This setting permits its update in this transaction.
  if (!isDry) await sql`select set_config('refrain.erasure', 'on', true)`.execute(db);
  let found = 0;
  for (const { place, values } of rows) {
    const cells = table.columns.map((column, nth) => ({ column, value: values[nth] }));
    const changed = await matcher.filter(cells, ({ value }) => value);
    if (changed.length === 0) continue;
    found += 1;
    if (isDry) continue;
    const where = sql`where ctid = ${place}::tid`;
    if (changed.some(({ column }) => column.isKey)) {
      await sql`delete from ${sql.table(table.name)} ${where}`.execute(db);
      continue;
    }
    const set = changed.map(
      ({ column, value }) => sql`${sql.ref(column.name)} = ${toColumn(column, matcher.redactValue(value))}`,
    );
    await sql`update ${sql.table(table.name)} set ${sql.join(set)} ${where}`.execute(db);
  }
  return { after: rows.length < rowsPerBatch ? null : (rows.at(-1)?.place ?? null), found };
}

export function createErasureSubjectCondition(
  { columns }: Pick<SearchedTable, 'columns'>,
  { needles }: ErasureSubjectMatcher,
): RawBuilder<unknown> {
  const texts = columns.map(({ name }) => sql`lower(${sql.ref(name)}::text)`);
  const hits = texts.flatMap((text) => needles.map((needle) => sql`strpos(${text}, ${needle}) > 0`));
  return sql`(${sql.join(hits, sql` or `)})`;
}

function toColumn({ type }: SearchedColumn, value: unknown): RawBuilder<unknown> {
  if (type === 'jsonb') return sql`${toJsonText(value)}::jsonb`;
  return type === 'text[]' ? sql`${value}::text[]` : sql`${value}`;
}
