import type { Instant } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { batchesOf } from '../sql/batches.ts';
import { createFingerprint } from '../sql/hash.ts';
import { statementLimits, toJsonText } from '../sql/json-text.ts';
import { pack } from '../sql/pack.ts';

export type UpsertColumn = readonly [name: string, type: string];

export interface Row {
  readonly id: string;
  readonly repository: string | null;
  readonly version: Instant;
  readonly text: string;
  readonly [column: string]: unknown;
}

interface WritableRow {
  readonly id: string;
  readonly repository: string | null;
  readonly version: Instant;
  readonly json: string;
  readonly text: Buffer;
  readonly fingerprint: string;
}

/**
 * Writes rows in the order of their ids, so that two writers cannot deadlock. A stored row is replaced only by a row of
 * the same or a newer version, and only if the content differs.
 * @returns the rows that are new or have new content
 */
export async function upsertRows(
  db: Kysely<Database>,
  table: 'failure' | 'change',
  columns: readonly UpsertColumn[],
  rows: readonly Row[],
): Promise<{ repository: string | null }[]> {
  const changed: WritableRow[] = [];
  const writable = newestOfEach(rows).map(toWritable);
  for await (const batch of batchesOf(writable, ({ json, text }) => json.length + text.length, statementLimits)) {
    const before = await findOutdated(db, table, batch);
    const wanted = batch.filter(({ id }) => before.has(id));
    if (wanted.length === 0) continue;
    const written = await write(db, table, columns, wanted);
    changed.push(...wanted.filter((row) => written.has(row.id) && before.get(row.id) !== row.fingerprint));
  }
  return changed;
}

/** Keeps the newest row of each id. If several have the same version, keeps the last one. */
function newestOfEach(rows: readonly Row[]): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const known = newest.get(row.id);
    if (known === undefined || row.version >= known.version) newest.set(row.id, row);
  }
  return [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The fingerprint omits the version, because a newer version with equal content is not new input for the analysis. */
function toWritable({ text, version, ...others }: Row): WritableRow {
  const json = toJsonText(others);
  const bytes = Buffer.from(text.replaceAll('\0', ''));
  return {
    id: others.id,
    repository: others.repository,
    version,
    json,
    text: bytes,
    fingerprint: createFingerprint(json, bytes),
  };
}

/** Maps the id of each row that is new or must be replaced to the stored fingerprint; null for a new row. */
async function findOutdated(
  db: Kysely<Database>,
  table: 'failure' | 'change',
  rows: readonly WritableRow[],
): Promise<Map<string, string | null>> {
  const ids = rows.map(({ id }) => id);
  const { rows: found } = await sql<Pick<WritableRow, 'id' | 'version' | 'fingerprint'>>`
    select id, version, fingerprint from ${sql.table(table)} where id = any(${ids})`.execute(db);
  const storedOf = new Map(found.map((stored) => [stored.id, stored]));
  const outdated = new Map<string, string | null>();
  for (const { id, version, fingerprint } of rows) {
    const stored = storedOf.get(id);
    const age = stored === undefined ? 1 : Date.parse(version) - Date.parse(stored.version);
    if (age > 0 || (age === 0 && stored?.fingerprint !== fingerprint)) outdated.set(id, stored?.fingerprint ?? null);
  }
  return outdated;
}

/**
 * Returns the ids of the written rows. A row is missing if another process has stored a newer version in the meantime.
 */
async function write(
  db: Kysely<Database>,
  table: string,
  columns: readonly UpsertColumn[],
  rows: readonly WritableRow[],
): Promise<Set<string>> {
  const sent = columns.filter(([name]) => name !== 'text');
  const names = sql.join(sent.map(([name]) => sql.id(name)));
  const typed = sql.join(sent.map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`));
  const assignments = sql.join(
    columns.filter(([name]) => name !== 'id').map(([name]) => sql`${sql.id(name)} = excluded.${sql.id(name)}`),
  );
  const texts = pack(rows.map(({ text }) => text));
  const json = rows.map((row, index) => {
    const added = {
      version: row.version,
      fingerprint: row.fingerprint,
      text_start: texts.starts[index],
      text_length: texts.lengths[index],
    };
    return `${row.json.slice(0, -1)},${JSON.stringify(added).slice(1)}`;
  });
  const written = await sql<{ id: string }>`
    insert into ${sql.table(table)} as stored (${names}, text)
    select ${names}, convert_from(substr(${texts.bytes}::bytea, text_start, text_length), 'UTF8')
    from json_to_recordset(${`[${json.join(',')}]`}::json) as row (${typed}, text_start integer, text_length integer)
    on conflict (id) do update set ${assignments}
    where excluded.version >= stored.version
      and (excluded.version, excluded.fingerprint) <> (stored.version, stored.fingerprint)
    returning id`.execute(db);
  return new Set(written.rows.map(({ id }) => id));
}
