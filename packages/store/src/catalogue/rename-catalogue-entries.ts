import { sql, type Transaction } from 'kysely';
import type { RepositoryRename } from '../names/repository-rename.ts';
import type { Database } from '../schema/database.ts';
import { createCatalogueEntryId, lockCatalogue } from './catalogue-file.ts';

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
