import {
  AppError,
  type CatalogueDraft,
  type CatalogueEntry,
  type CataloguePair,
  type ServiceDependency,
} from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { decodeCursor, encodeCursor } from '../sql/cursor.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { countListed, type ListPage, toListPage } from '../sql/list-page.ts';
import {
  type CatalogueFileContent,
  entryId,
  lockCatalogue,
  putDependencies,
  putOwners,
  putSuggestions,
} from './catalogue-file.ts';
import { type CatalogueHistory, listPlaces, listServiceNames, readCatalogueHistory } from './catalogue-history.ts';

export interface CatalogueFilter {
  readonly status?: CatalogueEntry['status'];
  readonly service?: string;
  readonly repository?: string;
  /** `next` of the page before. */
  readonly after?: string;
  /** Page size, at least 1. */
  readonly limit: number;
}

export interface CatalogueQueries {
  /** By service, the surest of each first. @throws {AppError} `invalid_input` for a cursor that is not ours */
  list(filter: CatalogueFilter): Promise<ListPage<CatalogueEntry>>;
  find(id: string): Promise<CatalogueEntry | null>;
  /** Where a service runs from, whatever the case of its letters, the surest first. */
  listOf(service: string): Promise<CatalogueEntry[]>;
  /** Every entry, by id. */
  listAll(): Promise<CatalogueEntry[]>;
  /** Those on which a person has decided, by id. */
  listDecided(): Promise<CatalogueEntry[]>;
  /**
   * Makes the suggestions of a source be exactly these, in one transaction. What a person has decided stays as it is, and
   * so does what a better source says: a person's word goes before a file's, a file's before a reading of names and texts.
   * @param source what suggestions are replaced together; null adds to those that are there
   * @returns how all of them are stored now, by id
   */
  ensureMany(drafts: readonly CatalogueDraft[], source: string | null): Promise<CatalogueEntry[]>;
  /**
   * Makes what a file says be exactly this, in one transaction; its drafts are suggestions as above.
   * @param isWhole whether suggestions of the file that are not among these are gone with it
   * @returns how all of its entries are stored now, by id
   */
  replaceFile(said: CatalogueFileContent, source: string, isWhole: boolean): Promise<CatalogueEntry[]>;
  /** What all files say, each pair once, sorted. */
  listDependencies(): Promise<ServiceDependency[]>;
  /** A pair that a person names: confirmed, whatever was said of it before. */
  add(pair: CataloguePair): Promise<CatalogueEntry>;
  /**
   * Decides on an entry; `suggested` takes a decision back, what speaks for the entry is still there.
   * @param check is shown what is stored before anything changes
   * @throws {AppError} `not_found`, and what `check` throws
   */
  decide(
    id: string,
    status: CatalogueEntry['status'],
    check?: (stored: CatalogueEntry) => void,
  ): Promise<CatalogueEntry>;
  /** Forgets an entry with its decision; it may be suggested anew. @throws {AppError} `not_found` */
  remove(id: string): Promise<void>;
  readHistory(): Promise<CatalogueHistory>;
  /** Every name of a service that a failure bears, sorted. */
  listServices(): Promise<string[]>;
  /** The services and repositories of failures and of entries, sorted. */
  listPlaces(): Promise<{ services: string[]; repositories: string[] }>;
}

export function createCatalogueQueries(db: Kysely<Database>): CatalogueQueries {
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
    async list(filter) {
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
        ...{ rows, limit: filter.limit, after: filter.after },
        cursorOf: ({ service, score, id }) => encodeCursor('catalogue', [service, score, id]),
        count: () => countListed(db, matching(filter)),
      });
    },

    async find(id) {
      return (await entries().where('id', '=', id).executeTakeFirst()) ?? null;
    },

    listOf(service) {
      return entries()
        .where(sql<SqlBool>`lower(service) = lower(${service})`)
        .orderBy('score', 'desc')
        .orderBy('id')
        .execute();
    },
    listAll: () => entries().orderBy('id').execute(),

    listDecided() {
      return entries().where('status', '!=', 'suggested').orderBy('id').execute();
    },

    async ensureMany(drafts, source) {
      const ids = await inTransaction(db, async (transaction) => {
        await lockCatalogue(transaction);
        return putSuggestions(transaction, drafts, source);
      });
      return listMany(ids);
    },

    async replaceFile({ drafts, dependencies, owners }, source, isWhole) {
      const ids = await inTransaction(db, async (transaction) => {
        await lockCatalogue(transaction);
        await putDependencies(transaction, dependencies, source);
        await putOwners(transaction, owners, source);
        return putSuggestions(transaction, drafts, isWhole ? source : null);
      });
      return listMany(ids);
    },

    listDependencies() {
      return db
        .selectFrom('serviceDependency')
        .select(['service', 'needs', sql<string>`min(detail)`.as('detail')])
        .groupBy(['service', 'needs'])
        .orderBy('service')
        .orderBy('needs')
        .execute();
    },

    async add(pair) {
      const { id } = await db
        .insertInto('catalogueEntry')
        .values({ id: entryId(pair), ...pair, origin: 'person', status: 'confirmed', score: 1, evidence: '[]' })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ status: 'confirmed', updatedAt: sql`now()` }))
        .returning('id')
        .executeTakeFirstOrThrow();
      return entries().where('id', '=', id).executeTakeFirstOrThrow();
    },

    decide(id, status, check) {
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

    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom('catalogueEntry').where('id', '=', id).executeTakeFirst();
      if (numDeletedRows === 0n) throw missing(id);
    },

    readHistory: () => readCatalogueHistory(db),
    listServices: () => listServiceNames(db),
    listPlaces: () => listPlaces(db),
  };
}

const columns = [
  'id',
  'service',
  'repository',
  'path',
  'environment',
  'origin',
  'status',
  'score',
  'evidence',
  'updatedAt',
] as const;

function isPlace(values: readonly unknown[]): values is readonly [string, number, string] {
  const [service, score, id] = values;
  return values.length === 3 && typeof service === 'string' && typeof score === 'number' && typeof id === 'string';
}
