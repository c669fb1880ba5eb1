import type { CatalogueDraft, CatalogueOrigin, Ownership, ServiceDependency } from '@refrain/domain';
import { type SqlBool, sql, type Transaction } from 'kysely';
import type { RepositoryRename } from '../names/former-names.ts';
import type { Database } from '../schema/database.ts';
import { acquireLock } from '../sql/in-transaction.ts';
import { jsonBatches } from '../sql/json-text.ts';
import { stableId } from '../sql/stable-id.ts';

export interface CatalogueFileContent {
  readonly drafts: readonly CatalogueDraft[];
  readonly dependencies: readonly ServiceDependency[];
  readonly owners: readonly Ownership[];
}

export async function lockCatalogue(transaction: Transaction<Database>): Promise<void> {
  await acquireLock(transaction, 'catalogue');
}

type Place = Pick<CatalogueDraft, 'service' | 'repository' | 'path' | 'environment'>;

/** Returns the id of an entry. If several sources make the same suggestion, they share one entry and its decision. */
export function createCatalogueEntryId({ service, repository, path, environment }: Place): string {
  return stableId('catalogue', service, repository, path ?? '', environment ?? '');
}

/**
 * Replaces the suggestions of a source; without a source (null), only adds suggestions. Returns the ids of the entries.
 */
export async function replaceCatalogueSuggestions(
  transaction: Transaction<Database>,
  drafts: readonly CatalogueDraft[],
  source: string | null,
): Promise<string[]> {
  const rows = [
    ...new Map(
      drafts.map((draft) => [createCatalogueEntryId(draft), { ...draft, id: createCatalogueEntryId(draft) }]),
    ).values(),
  ];
  const ids = rows.map(({ id }) => id);
  if (source !== null) {
    await transaction
      .deleteFrom('catalogueEntry')
      .where('status', '=', 'suggested')
      .where('source', '=', source)
      .where(sql<SqlBool>`id <> all(${ids})`)
      .execute();
  }
  await upsertSuggestions(transaction, rows, source);
  return ids;
}

export async function replaceServiceDependencies(
  transaction: Transaction<Database>,
  dependencies: readonly ServiceDependency[],
  source: string,
): Promise<void> {
  await transaction.deleteFrom('serviceDependency').where('source', '=', source).execute();
  const rows = dependencies.map(({ service, dependsOn, detail }) => ({ service, dependsOn, detail, source }));
  if (rows.length > 0)
    await transaction
      .insertInto('serviceDependency')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

export async function replaceOwners(
  transaction: Transaction<Database>,
  owners: readonly Ownership[],
  source: string,
): Promise<void> {
  await transaction.deleteFrom('codeOwner').where('source', '=', source).execute();
  for await (const batch of jsonBatches(owners)) {
    await sql`
      insert into code_owner (source, repository, path, teams)
      select ${source}::text, repository, path, teams
      from json_to_recordset(${batch}::json) as said (repository text, path text, teams jsonb)`.execute(transaction);
  }
}

/**
 * Origins of suggestions, least certain first. A suggestion overrides suggestions of an equally or less certain origin.
 */
const ranks: readonly CatalogueOrigin[] = ['suggestion', 'codeowners', 'catalog_info', 'person'];

async function upsertSuggestions(
  db: Transaction<Database>,
  rows: readonly (CatalogueDraft & { readonly id: string })[],
  source: string | null,
): Promise<void> {
  for await (const batch of jsonBatches(rows)) {
    await sql`
      insert into catalogue_entry (id, service, repository, path, environment, origin, source, status, score, evidence)
      select id, service, repository, path, environment, origin, ${source}::text, 'suggested', score, evidence
      from json_to_recordset(${batch}::json) as wanted
        (id text, service text, repository text, path text, environment text, origin text, score float8, evidence jsonb)
      on conflict (id) do update
      set origin = excluded.origin, source = coalesce(excluded.source, catalogue_entry.source), score = excluded.score, evidence = excluded.evidence,
        updated_at = now()
      where catalogue_entry.status = 'suggested'
        and array_position(${ranks}::text[], excluded.origin) >= array_position(${ranks}::text[], catalogue_entry.origin)
        and (catalogue_entry.origin, catalogue_entry.source, catalogue_entry.score, catalogue_entry.evidence)
          is distinct from
            (excluded.origin, coalesce(excluded.source, catalogue_entry.source), excluded.score, excluded.evidence)`.execute(
      db,
    );
  }
}

/** Moves catalogue entries to a repository's new name. Of two entries for a service, keeps the one with a decision. */
export async function renameCatalogueEntries(db: Transaction<Database>, { from, to }: RepositoryRename): Promise<void> {
  await lockCatalogue(db);
  const rows = await db.selectFrom('catalogueEntry').selectAll().where('repository', '=', from).execute();
  for (const row of rows) {
    const id = createCatalogueEntryId({ ...row, repository: to });
    const existing = await db.selectFrom('catalogueEntry').select('status').where('id', '=', id).executeTakeFirst();
    const gives = existing === undefined || (existing.status === 'suggested' && row.status !== 'suggested');
    await db
      .deleteFrom('catalogueEntry')
      .where('id', '=', gives ? id : row.id)
      .execute();
    if (!gives) continue;
    await db.updateTable('catalogueEntry').set({ id, repository: to }).where('id', '=', row.id).execute();
  }
  await sql`
    update catalogue_entry set source = ${to} || substr(source, ${from.length + 1})
    where starts_with(source, ${`${from}:`})`.execute(db);
  await sql`
    update service_dependency set source = ${to} || substr(source, ${from.length + 1})
    where starts_with(source, ${`${from}:`})`.execute(db);
}
