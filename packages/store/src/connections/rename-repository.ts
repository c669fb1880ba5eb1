import { type Change, ConnectionScope, type Failure } from '@refrain/domain';
import { sql, type Transaction } from 'kysely';
import { renameCatalogueEntries } from '../catalogue/catalogue-file.ts';
import { deriveRowId, writeChanges, writeFailures } from '../failures/drafts.ts';
import { isInRepository } from '../failures/name-indexes.ts';
import type { RepositoryRename } from '../names/former-names.ts';
import { renameRepositoryInDraft, renameRepositoryInUrl, writeFormerRepositoryName } from '../names/former-names.ts';
import { writeRowAliases } from '../names/row-aliases.ts';
import type { Database } from '../schema/database.ts';
import { batchesOf } from '../sql/batches.ts';
import { toJsonText } from '../sql/json-text.ts';
import { renameStreams } from './rename-streams.ts';

/**
 * Renames a repository in all stored data. Rows keep their ids, so that memberships, links and corrections stay valid.
 * A row that was already stored under the new name is merged; the newest version wins. The caller must hold the locks
 * of the analysis and of repository names.
 */
export async function renameRepository(
  db: Transaction<Database>,
  connectionId: string,
  { from, to }: RepositoryRename,
): Promise<void> {
  await moveRows(db, connectionId, 'failure', { from, to });
  await moveRows(db, connectionId, 'change', { from, to });
  await writeFormerRepositoryName(db, connectionId, from, to);
  await renameReferences(db, { from, to });
  await renameStreams(db, connectionId, { from, to });
  await renameRepositoryInStoredScope(db, connectionId, { from, to });
  await renameImprovements(db, { from, to });
  await renamePullChecks(db, connectionId, { from, to });
  await sql`delete from detection where connection_id = ${connectionId} and repository = ${from}`.execute(db);
  await renameCatalogueEntries(db, { from, to });
  await sql`
    update correction set decision = jsonb_set(decision, '{repository}', to_jsonb(${to}::text))
    where decision ->> 'repository' = ${from}`.execute(db);
}

type Table = 'failure' | 'change';
type StoredRow = Failure | Change;

const batchLimits = { count: 500, size: Number.POSITIVE_INFINITY };

async function moveRows(
  db: Transaction<Database>,
  connectionId: string,
  table: Table,
  rename: RepositoryRename,
): Promise<void> {
  const { rows: ids } = await sql<{ id: string }>`
    select id from ${sql.table(table)}
    where connection_id = ${connectionId} and ${isInRepository(rename.from)}
    order by id`.execute(db);
  for await (const batch of batchesOf(ids, () => 1, batchLimits)) {
    const { rows } = await sql<StoredRow>`
      select * from ${sql.table(table)} where id = any(${batch.map(({ id }) => id)}) order by id`.execute(db);
    const renamed = rows.map((row) => renameRepositoryInDraft(row, rename.from, rename.to));
    const namesakes = await readNamesakes(db, table, connectionId, renamed);
    const merged = renamed.map((row) => {
      const other = namesakes.get(keyOf(row));
      return { row: newest(row, other), gone: other === undefined || other.id === row.id ? null : other.id };
    });
    await removeMerged(
      db,
      table,
      merged.flatMap(({ row, gone }) => (gone === null ? [] : [{ gone, kept: row.id }])),
    );
    await write(
      db,
      table,
      connectionId,
      merged.map(({ row }) => row),
    );
  }
}

/** Reads the rows that were stored under the new name before the rename was known, by kind and external id. */
async function readNamesakes(
  db: Transaction<Database>,
  table: Table,
  connectionId: string,
  rows: readonly StoredRow[],
): Promise<Map<string, StoredRow>> {
  const { rows: found } = await sql<StoredRow>`
    select stored.*
    from unnest(
      ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ externalId }) => externalId)}::text[]
    ) as wanted (kind, external_id)
    join ${sql.table(table)} stored using (kind, external_id)
    where stored.connection_id = ${connectionId}`.execute(db);
  return new Map(found.map((row) => [keyOf(row), row]));
}

function keyOf({ kind, externalId }: StoredRow): string {
  return `${kind}/${externalId}`;
}

function newest(row: StoredRow, other: StoredRow | undefined): StoredRow {
  return other !== undefined && other.version > row.version ? { ...other, id: row.id } : row;
}

/** Deletes merged rows and links to them; the next clustering links the kept rows. Moves decisions to the kept rows. */
async function removeMerged(
  db: Transaction<Database>,
  table: Table,
  merged: readonly { readonly gone: string; readonly kept: string }[],
): Promise<void> {
  const ids = merged.map(({ gone }) => gone);
  if (ids.length === 0) return;
  await sql`delete from link where target_id = any(${ids})`.execute(db);
  await sql`delete from ${sql.table(table)} where id = any(${ids})`.execute(db);
  for (const { gone, kept } of merged) {
    await sql`
      update correction set decision = replace(decision::text, ${JSON.stringify(gone)}, ${JSON.stringify(kept)})::jsonb
      where strpos(decision::text, ${JSON.stringify(gone)}) > 0`.execute(db);
  }
}

async function write(
  db: Transaction<Database>,
  table: Table,
  connectionId: string,
  rows: readonly StoredRow[],
): Promise<void> {
  const stored = rows.map((draft) => ({ id: draft.id, connectionId, draft }));
  if (table === 'failure') await writeFailures(db, stored as { id: string; connectionId: string; draft: Failure }[]);
  else await writeChanges(db, stored as { id: string; connectionId: string; draft: Change }[]);
  const named = rows.map((row) => ({ alias: deriveRowId(table, connectionId, row), id: row.id, connectionId }));
  await writeRowAliases(
    db,
    named.filter(({ alias, id }) => alias !== id),
  );
  const unaliasedIds = named.filter(({ alias, id }) => alias === id).map(({ id }) => id);
  await sql`delete from row_alias where alias = any(${unaliasedIds})`.execute(db);
}

/** Renames URLs in the failures of all connections, because a failure of any connection may refer to the repository. */
async function renameReferences(db: Transaction<Database>, { from, to }: RepositoryRename): Promise<void> {
  const { rows } = await sql<Failure>`
    select * from failure where strpos("references"::text, ${`/${from}`}) > 0 order by id`.execute(db);
  const renamed = rows.map((failure) => ({
    id: failure.id,
    connectionId: failure.connectionId,
    draft: { ...failure, references: failure.references.map((url) => renameRepositoryInUrl(url, from, to)) },
  }));
  await writeFailures(db, renamed);
}

export async function renameRepositoryInStoredScope(
  db: Transaction<Database>,
  connectionId: string,
  rename: RepositoryRename,
): Promise<void> {
  const row = await db
    .selectFrom('connection')
    .select('scope')
    .where('id', '=', connectionId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) return;
  const scope = renameRepositoryInScope(ConnectionScope.parse(row.scope), rename);
  await db
    .updateTable('connection')
    .set({ scope: toJsonText(scope) })
    .where('id', '=', connectionId)
    .execute();
}

/** Renames exact names in a scope. A name pattern with `*` or `?` stays as the person wrote it. */
export function renameRepositoryInScope(scope: ConnectionScope, { from, to }: RepositoryRename): ConnectionScope {
  const isOld = (name: string) => name.toLowerCase() === from.toLowerCase();
  return {
    ...scope,
    repositories: scope.repositories.map((name) => (isOld(name) ? to : name)),
    services: scope.services.map((name) => (isOld(name) ? to : name)),
    postmortemFolders: scope.postmortemFolders.map((folder) => {
      const [name = '', ...path] = folder.split(':');
      return isOld(name.trim()) ? [to, ...path].join(':') : folder;
    }),
  };
}

async function renameImprovements(db: Transaction<Database>, { from, to }: RepositoryRename): Promise<void> {
  const rows = await db.selectFrom('improvement').select(['id', 'issueUrl']).where('repository', '=', from).execute();
  for (const { id, issueUrl } of rows) {
    await db
      .updateTable('improvement')
      .set({ repository: to, issueUrl: issueUrl && renameRepositoryInUrl(issueUrl, from, to) })
      .where('id', '=', id)
      .execute();
  }
}

/** If a pull request has checks under both names of its repository, keeps the newer check. */
async function renamePullChecks(
  db: Transaction<Database>,
  connectionId: string,
  { from, to }: RepositoryRename,
): Promise<void> {
  await sql`
    delete from pull_check one using pull_check other
    where one.connection_id = ${connectionId} and other.connection_id = ${connectionId} and one.number = other.number
      and ((one.repository = ${from} and other.repository = ${to} and one.at <= other.at)
        or (one.repository = ${to} and other.repository = ${from} and one.at < other.at))`.execute(db);
  await sql`
    update pull_check set repository = ${to} where connection_id = ${connectionId} and repository = ${from}`.execute(
    db,
  );
  await sql`
    with moved as (
      delete from pending_pull_check where connection_id = ${connectionId} and repository = ${from} returning number, at, tries
    )
    insert into pending_pull_check (connection_id, repository, number, at, tries)
    select ${connectionId}, ${to}, number, at, tries from moved
    on conflict (connection_id, repository, number) do update set
      at = greatest(pending_pull_check.at, excluded.at), tries = least(pending_pull_check.tries, excluded.tries)`.execute(
    db,
  );
}
