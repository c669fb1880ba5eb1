import {
  AppError,
  type CatalogueDraft,
  CatalogueEntry,
  type NewCatalogueEntry,
  type ServiceDependency,
} from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { decodeCursor, encodeCursor } from '../sql/cursor.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { countListedRows, type ListPage, toListPage } from '../sql/list-page.ts';
import {
  type CatalogueFileContent,
  createCatalogueEntryId,
  lockCatalogue,
  replaceCatalogueSuggestions,
  replaceOwners,
  replaceServiceDependencies,
} from './catalogue-file.ts';
import {
  type CatalogueSuggestionInput,
  listLocationNames,
  listServiceNames,
  readCatalogueSuggestionInput,
} from './catalogue-suggestion-input.ts';

export interface CatalogueFilter {
  readonly status?: CatalogueEntry['status'];
  readonly service?: string;
  readonly repository?: string;
  readonly after?: string;
  readonly limit: number;
}

export function createCatalogueQueries(db: Kysely<Database>) {
  const entries = () => db.selectFrom('catalogueEntry').select(columns);
  const missing = (id: string) => new AppError('not_found', `There is no catalogue entry ${id}`);

  function listMany(ids: readonly string[]): Promise<CatalogueEntry[]> {
    return entries().where(sql<SqlBool>`id = any(${ids})`).orderBy('id').execute();
  }

  function matching(filter: CatalogueFilter) {
    let query = db.selectFrom('catalogueEntry');
    if (filter.status !== undefined) query = query.where('status', '=', filter.status);
    if (filter.service !== undefined) query = query.where('service', '=', filter.service);
    if (filter.repository !== undefined) query = query.where('repository', '=', filter.repository);
    return query;
  }

  return {
    /** Lists entries, sorted by service, then by descending score. */
    async list(filter: CatalogueFilter): Promise<ListPage<CatalogueEntry>> {
      let query = matching(filter).select(columns);
      if (filter.after !== undefined) {
        const [service, score, id] = decodeCursor(filter.after, 'catalogue', isPlace);
        query = query.where(sql<SqlBool>`(service, -score, id) > (${service}::text, ${-score}::float8, ${id}::text)`);
      }
      const rows = await query
        .orderBy('service')
        .orderBy(sql`-score`)
        .orderBy('id')
        .limit(filter.limit + 1)
        .execute();
      return toListPage({
        rows,
        limit: filter.limit,
        after: filter.after,
        cursorOf: ({ service, score, id }) => encodeCursor('catalogue', [service, score, id]),
        count: () => countListedRows(db, matching(filter)),
      });
    },

    async find(id: string): Promise<CatalogueEntry | null> {
      return (await entries().where('id', '=', id).executeTakeFirst()) ?? null;
    },

    /** Lists the entries of a service, ignoring the case of the name, highest score first. */
    listByService(service: string): Promise<CatalogueEntry[]> {
      return entries()
        .where(sql<SqlBool>`lower(service) = lower(${service})`)
        .orderBy('score', 'desc')
        .orderBy('id')
        .execute();
    },
    listAll: (): Promise<CatalogueEntry[]> => entries().orderBy('id').execute(),

    /** Lists the entries that a person has decided on, sorted by id. */
    listDecided(): Promise<CatalogueEntry[]> {
      return entries().where('status', '!=', 'suggested').orderBy('id').execute();
    },

    /**
     * Replaces the suggestions of a source, in one transaction. A person's decision takes precedence over a file, and a
     * file over an inferred suggestion.
     * @param source identifies the source; null adds suggestions without replacing any
     * @returns the stored entries for these drafts, sorted by id
     */
    async ensureMany(drafts: readonly CatalogueDraft[], source: string | null): Promise<CatalogueEntry[]> {
      const ids = await inTransaction(db, async (transaction) => {
        await lockCatalogue(transaction);
        return replaceCatalogueSuggestions(transaction, drafts, source);
      });
      return listMany(ids);
    },

    /**
     * Replaces the content of a catalogue file, in one transaction.
     * @param isWhole whether `content` is complete; if so, stored suggestions that `content` lacks are deleted
     * @returns the stored entries for the file, sorted by id
     */
    async replaceFile(
      { drafts, dependencies, owners }: CatalogueFileContent,
      source: string,
      isWhole: boolean,
    ): Promise<CatalogueEntry[]> {
      const ids = await inTransaction(db, async (transaction) => {
        await lockCatalogue(transaction);
        await replaceServiceDependencies(transaction, dependencies, source);
        await replaceOwners(transaction, owners, source);
        return replaceCatalogueSuggestions(transaction, drafts, isWhole ? source : null);
      });
      return listMany(ids);
    },

    /** Lists the dependencies in all catalogue files, each pair of services once, sorted by name. */
    listDependencies(): Promise<ServiceDependency[]> {
      return db
        .selectFrom('serviceDependency')
        .select(['service', 'dependsOn', sql<string>`min(detail)`.as('detail')])
        .groupBy(['service', 'dependsOn'])
        .orderBy('service')
        .orderBy('dependsOn')
        .execute();
    },

    /** Adds a pair of service and repository that a person entered, or confirms the pair if it is already stored. */
    async add(pair: NewCatalogueEntry): Promise<CatalogueEntry> {
      const { id } = await db
        .insertInto('catalogueEntry')
        .values({
          id: createCatalogueEntryId(pair),
          ...pair,
          origin: 'person',
          status: 'confirmed',
          score: 1,
          evidence: '[]',
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ status: 'confirmed', updatedAt: sql`now()` }))
        .returning('id')
        .executeTakeFirstOrThrow();
      return entries().where('id', '=', id).executeTakeFirstOrThrow();
    },

    /**
     * Sets the status of an entry; `suggested` undoes a decision.
     * @param check called with the stored entry before any change
     * @throws {AppError} `not_found`
     */
    decide(
      id: string,
      status: CatalogueEntry['status'],
      check?: (stored: CatalogueEntry) => void,
    ): Promise<CatalogueEntry> {
      return inTransaction(db, async (transaction) => {
        const stored = await transaction
          .selectFrom('catalogueEntry')
          .select(columns)
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst();
        if (stored === undefined) throw missing(id);
        check?.(stored);
        return transaction
          .updateTable('catalogueEntry')
          .set({ status, updatedAt: sql`now()` })
          .where('id', '=', id)
          .returning(columns)
          .executeTakeFirstOrThrow();
      });
    },

    /** Deletes an entry with its decision, so that it may be suggested again. @throws {AppError} `not_found` */
    async remove(id: string): Promise<void> {
      const { numDeletedRows } = await db.deleteFrom('catalogueEntry').where('id', '=', id).executeTakeFirst();
      if (numDeletedRows === 0n) throw missing(id);
    },

    readHistory: (): Promise<CatalogueSuggestionInput> => readCatalogueSuggestionInput(db),
    listServices: (): Promise<string[]> => listServiceNames(db),
    /** Lists the services and repositories of failures and catalogue entries, sorted. */
    listLocations: (): Promise<{ services: string[]; repositories: string[] }> => listLocationNames(db),
  };
}

const columns = CatalogueEntry.keyof().options;

function isPlace(values: readonly unknown[]): values is readonly [string, number, string] {
  const [service, score, id] = values;
  return values.length === 3 && typeof service === 'string' && typeof score === 'number' && typeof id === 'string';
}
