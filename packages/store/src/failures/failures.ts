import type { Failure, FailureDraft, FailureKind, FailureNews, Instant, Membership } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { holdNames, type KnownNames } from '../names/known-names.ts';
import type { Database } from '../schema/database.ts';
import type { WithLock } from '../sql/advisory-lock.ts';
import type { CountOf } from '../sql/cached-counts.ts';
import { analysisLock, inTransaction, lockFor } from '../sql/in-transaction.ts';
import type { ListPage } from '../sql/list-page.ts';
import type { SearchWords } from '../sql/word-search.ts';
import { boundedExternalId, upsertFailures } from './drafts.ts';
import { failureAsReadColumns, failureColumns } from './failure-columns.ts';
import {
  countFailures,
  countUnassigned,
  type FailureListing,
  type ListedFailure,
  listedColumns,
  listFailures,
} from './list-failures.ts';
import { isOfRepository } from './name-indexes.ts';
import { keepNews } from './stale-failures.ts';

export interface FoundFailure extends ListedFailure {
  /** Null where it is in no pattern. */
  readonly membership: Omit<Membership, 'failureId'> | null;
}

export interface FailureQueries {
  /** For detectors; what a connector reads goes through `inbox.settle`. Same rules of versions and of names. */
  upsert(connectionId: string, drafts: readonly FailureDraft[]): Promise<{ changed: number }>;
  /** A duplicate too, which then says whose. */
  find(id: string): Promise<FoundFailure | null>;
  /** When the oldest one of this kind occurred; null where there is none. */
  findOldest(connectionId: string, kind: FailureKind): Promise<Instant | null>;
  /** In the order of their ids; those that do not exist are left out. */
  findMany(ids: readonly string[]): Promise<Failure[]>;
  /** Those that tell of the same things again as one of these, in the order of `duplicateOf`, then of time. */
  listDuplicates(failureIds: readonly string[]): Promise<Failure[]>;
  /** Without duplicates. @throws {AppError} `invalid_input` for a cursor that is not ours */
  list(listing: FailureListing): Promise<ListPage<ListedFailure>>;
  /** All of them, duplicates too, ordered by `occurredAt`, then id. */
  listAll(): Promise<Failure[]>;
  /** The same as they were read, so that `isFailure` says nothing of what people decided. */
  listAllAsRead(): Promise<Failure[]>;
  /** Without duplicates. */
  count(): Promise<number>;
  /** How many are in no pattern, of those that count as failures. */
  countUnassigned(): Promise<{ failures: number; of: number }>;
  /**
   * External ids of those of which the provider has more to tell than is stored, sorted.
   * @param service only of the service of this name; null for all
   */
  listTouched(connectionId: string, service: string | null): Promise<string[]>;
  /** As above, of those that are of none of these services, by their names. */
  listTouchedElsewhere(connectionId: string, services: readonly string[]): Promise<string[]>;
  /** Puts down that the provider has these in other versions: where an older one is stored, there is more to tell. */
  keepNews(connectionId: string, news: readonly FailureNews[]): Promise<void>;
  /**
   * Removes what a detector found formerly and finds no longer.
   * @param ending of the external ids of what it finds, where others find failures of this kind too
   * @returns how many were removed
   */
  removeMissing(
    connectionId: string,
    kind: FailureKind,
    repository: string,
    keepExternalIds: readonly string[],
    ending?: string,
  ): Promise<number>;
  /**
   * Runs `work` while no other process holds this lock of the repository. A detector reads and writes within it: one that
   * read earlier would else write later, over newer findings.
   */
  withDetectionLock<T>(connectionId: string, repository: string, work: () => Promise<T>): Promise<T>;
}

interface FailureParts {
  readonly withLock: WithLock;
  readonly knownNames: KnownNames;
  readonly countOf: CountOf;
  readonly searchWords: SearchWords<Database>;
}

export function createFailureQueries(
  db: Kysely<Database>,
  { withLock, knownNames, countOf, searchWords }: FailureParts,
): FailureQueries {
  const joined = () =>
    db
      .selectFrom('failure')
      .leftJoin('episodeMember', 'episodeMember.failureId', 'failure.id')
      .select(['failure.duplicateOf', 'episodeMember.episodeId']);
  const failures = () => joined().select(failureColumns);

  const touched = (connectionId: string) =>
    db
      .selectFrom('failure')
      .select('externalId')
      .where('connectionId', '=', connectionId)
      .where('newsUntil', '>', sql<Instant>`now()`)
      .orderBy('externalId');

  return {
    async upsert(connectionId, drafts) {
      const changed = await inTransaction(db, async (transaction) => {
        // A detector read its changes before this: a name may have become known and gone over since.
        const hide = await holdNames(transaction, knownNames);
        return upsertFailures(
          transaction,
          drafts.flatMap((given) => {
            const draft = hide(connectionId, given);
            return draft === null ? [] : [{ connectionId, draft }];
          }),
        );
      });
      return { changed };
    },

    async find(id) {
      const query = failures()
        .leftJoin('patternMember', 'patternMember.failureId', 'failure.id')
        .leftJoin('pattern', 'pattern.id', 'patternMember.patternId')
        .select(['patternMember.confidence as sureness', 'patternMember.evidence'])
        .select(listedColumns);
      const row = await query.where('failure.id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      const { sureness, evidence, ...failure } = row;
      return {
        ...failure,
        membership: sureness === null || evidence === null ? null : { confidence: sureness, evidence },
      };
    },

    async findOldest(connectionId, kind) {
      const { oldest } = await db
        .selectFrom('failure')
        .select(({ fn }) => fn.min('occurredAt').as('oldest'))
        .where('connectionId', '=', connectionId)
        .where('kind', '=', kind)
        .executeTakeFirstOrThrow();
      return oldest ?? null;
    },

    async findMany(ids) {
      if (ids.length === 0) return [];
      return failures().where(sql<SqlBool>`failure.id = any(${ids})`).orderBy('failure.id').execute();
    },

    listDuplicates(failureIds) {
      return failures()
        .where(sql<SqlBool>`failure.duplicate_of = any(${failureIds})`)
        .orderBy('failure.duplicateOf')
        .orderBy('failure.occurredAt')
        .orderBy('failure.id')
        .execute();
    },

    list: (listing) => searchWords(listing.query, (read) => listFailures(read, countOf, listing)),

    listAll() {
      return failures().orderBy('failure.occurredAt').orderBy('failure.id').execute();
    },

    listAllAsRead() {
      return joined().select(failureAsReadColumns).orderBy('failure.occurredAt').orderBy('failure.id').execute();
    },

    countUnassigned: () => countOf({ unassigned: 'of all' }, () => countUnassigned(db)),
    count: () => countOf({ kind: 'of all' }, () => countFailures(db)),

    async listTouched(connectionId, service) {
      const all = touched(connectionId);
      const wanted = service === null ? all : all.where(sql<SqlBool>`services ? ${service}`);
      return (await wanted.execute()).map(({ externalId }) => externalId);
    },

    async listTouchedElsewhere(connectionId, services) {
      const others = touched(connectionId).where(sql<SqlBool>`not services ?| ${services}::text[]`);
      return (await others.execute()).map(({ externalId }) => externalId);
    },

    keepNews: (connectionId, news) =>
      inTransaction(db, (transaction) =>
        keepNews(
          transaction,
          news.map((item) => ({ connectionId, item })),
          'older',
        ),
      ),

    async removeMissing(connectionId, kind, repository, keepExternalIds, ending = '') {
      const keep = keepExternalIds.map(boundedExternalId);
      const isMissing = sql<SqlBool>`
        connection_id = ${connectionId} and kind = ${kind} and ${isOfRepository(repository)}
        and external_id <> all(${keep}) and right(external_id, length(${ending}::text)) = ${ending}`;
      const missing = await db.selectFrom('failure').select('id').where(isMissing).limit(1).executeTakeFirst();
      // Nearly always: nobody waits for a regrouping, or for a removal that takes long, to remove nothing.
      if (missing === undefined) return 0;
      return inTransaction(db, async (transaction) => {
        await lockFor(transaction, analysisLock);
        const removed = await transaction.deleteFrom('failure').where(isMissing).returning('id').execute();
        const ids = removed.map(({ id }) => id);
        await transaction.deleteFrom('link').where(sql<SqlBool>`target_id = any(${ids})`).execute();
        return ids.length;
      });
    },

    withDetectionLock: (connectionId, repository, work) => withLock(`detection/${connectionId}/${repository}`, work),
  };
}
