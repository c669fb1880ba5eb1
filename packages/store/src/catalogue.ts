import {
  AppError,
  type CatalogueDraft,
  type CatalogueEntry,
  type CatalogueOrigin,
  type CataloguePair,
  type Change,
  type Failure,
  type ServiceDependency,
} from '@refrain/domain';
import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import { listPlaces, listServiceNames, readCatalogueHistory } from './catalogue-history.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Database } from './database.ts';
import { inTransaction, lockFor } from './in-transaction.ts';
import { jsonBatches } from './json-text.ts';
import { countListed, type ListPage, toListPage } from './list-page.ts';
import { stableId } from './stable-id.ts';

export interface CatalogueFilter {
  readonly status?: CatalogueEntry['status'];
  readonly service?: string;
  readonly repository?: string;
  /** `next` of the page before. */
  readonly after?: string;
  /** Page size, at least 1. */
  readonly limit: number;
}

/** What suggestions are made from: the newest of each service and repository, with the beginnings of their texts. */
export interface CatalogueHistory {
  readonly services: readonly string[];
  readonly repositories: readonly string[];
  readonly failures: readonly Pick<
    Failure,
    'kind' | 'title' | 'text' | 'services' | 'repository' | 'occurredAt' | 'resolvedAt' | 'isFailure'
  >[];
  readonly changes: readonly Pick<Change, 'kind' | 'repository' | 'environment' | 'occurredAt' | 'paths'>[];
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
   * Makes what a source says of which service needs which be exactly this.
   * @param source the file that says so
   */
  replaceDependencies(dependencies: readonly ServiceDependency[], source: string): Promise<void>;
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
      const rows = [...new Map(drafts.map((draft) => [entryId(draft), { ...draft, id: entryId(draft) }])).values()];
      const ids = rows.map(({ id }) => id);
      await inTransaction(db, async (transaction) => {
        await lockFor(transaction, 'catalogue');
        if (source !== null) {
          await transaction
            .deleteFrom('catalogueEntry')
            .where('status', '=', 'suggested')
            .where('source', '=', source)
            .where(sql<SqlBool>`id <> all(${ids})`)
            .execute();
        }
        await upsertSuggestions(transaction, rows, source);
      });
      return entries().where(sql<SqlBool>`id = any(${ids})`).orderBy('id').execute();
    },

    async replaceDependencies(dependencies, source) {
      await inTransaction(db, async (transaction) => {
        await lockFor(transaction, 'catalogue');
        await transaction.deleteFrom('serviceDependency').where('source', '=', source).execute();
        const rows = dependencies.map(({ service, needs, detail }) => ({ service, needs, detail, source }));
        if (rows.length > 0)
          await transaction
            .insertInto('serviceDependency')
            .values(rows)
            .onConflict((conflict) => conflict.doNothing())
            .execute();
      });
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

type Place = Pick<CatalogueEntry, 'service' | 'repository' | 'path' | 'environment'>;

/** One entry for each place, whoever says so: a decision on it binds all of them. */
export function entryId({ service, repository, path, environment }: Place): string {
  return stableId('catalogue', service, repository, path ?? '', environment ?? '');
}

function isPlace(values: readonly unknown[]): values is readonly [string, number, string] {
  const [service, score, id] = values;
  return values.length === 3 && typeof service === 'string' && typeof score === 'number' && typeof id === 'string';
}

/** From the least sure on: a later one overrules. */
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
