import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { stableId } from '../sql/stable-id.ts';

export interface DerivedRowId {
  readonly connectionId: string;
  readonly externalId: string;
  /** The id derived from the external id. */
  readonly id: string;
}

/**
 * Maps the ids derived from external ids to the stored ids. The two ids differ if the repository was renamed, or if
 * another row already had the derived id.
 */
export async function resolveRowIds(
  db: Kysely<Database>,
  table: 'failure' | 'change',
  rows: readonly DerivedRowId[],
): Promise<Map<string, string>> {
  const wanted = new Map(rows.map((row) => [row.id, row]));
  const resolved = await readAliases(db, [...wanted.keys()]);
  for (;;) {
    const taken = await findTaken(db, table, [...wanted.values()], resolved);
    if (taken.length === 0) return resolved;
    for (const alias of taken) resolved.set(alias, stableId('again', resolved.get(alias) ?? alias));
    await writeRowAliases(
      db,
      taken.map((alias) => ({
        alias,
        id: resolved.get(alias) ?? alias,
        connectionId: wanted.get(alias)?.connectionId ?? '',
      })),
    );
  }
}

async function readAliases(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ alias: string; id: string }>`
    select alias, id from row_alias where alias = any(${ids})`.execute(db);
  return new Map(rows.map(({ alias, id }) => [alias, id]));
}

/** Returns those of the derived ids that already belong to rows with other external ids. */
async function findTaken(
  db: Kysely<Database>,
  table: 'failure' | 'change',
  rows: readonly DerivedRowId[],
  resolved: ReadonlyMap<string, string>,
): Promise<string[]> {
  const { rows: taken } = await sql<{ alias: string }>`
    select alias
    from unnest(
      ${rows.map(({ id }) => id)}::text[], ${rows.map(({ id }) => resolved.get(id) ?? id)}::text[],
      ${rows.map(({ externalId }) => externalId)}::text[]
    ) as wanted (alias, id, external_id)
    join ${sql.table(table)} stored using (id)
    where stored.external_id <> wanted.external_id`.execute(db);
  return taken.map(({ alias }) => alias);
}

/** Writes in the order of the aliases, so that two writers cannot deadlock. */
export async function writeRowAliases(
  db: Kysely<Database>,
  aliases: readonly { readonly alias: string; readonly id: string; readonly connectionId: string }[],
): Promise<void> {
  const sorted = [...aliases].sort((a, b) => (a.alias < b.alias ? -1 : 1));
  await sql`
    insert into row_alias (alias, id, connection_id)
    select * from unnest(
      ${sorted.map(({ alias }) => alias)}::text[], ${sorted.map(({ id }) => id)}::text[],
      ${sorted.map(({ connectionId }) => connectionId)}::text[]
    )
    on conflict (alias) do update set id = excluded.id where row_alias.id <> excluded.id`.execute(db);
}
