import type {
  Failure,
  FailureDraft,
  FailureKind,
  Instant,
  ListedFailure,
  Membership,
  StaleFailure,
} from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { type KnownNamesReader, lockNamesAndCreateRedactor } from '../names/known-names-reader.ts';
import type { Database } from '../schema/database.ts';
import type { RunWithLock } from '../sql/advisory-lock.ts';
import type { CountCache } from '../sql/cached-counts.ts';
import { acquireLock, analysisLock, inTransaction } from '../sql/in-transaction.ts';
import type { ListPage } from '../sql/list-page.ts';
import type { WordSearchRunner } from '../sql/word-search.ts';
import { limitExternalIdLength, upsertFailures } from './drafts.ts';
import { failureColumns, parsedFailureColumns } from './failure-columns.ts';
import {
  countFailures,
  countUnassignedFailures,
  type FailureListOptions,
  listedFailureColumns,
  listFailures,
} from './list-failures.ts';
import { isInRepository } from './name-indexes.ts';
import { markFailuresStale } from './stale-failures.ts';

export interface FailureOrDuplicate extends Omit<ListedFailure, 'excerpt'> {
  readonly membership: Omit<Membership, 'failureId'> | null;
}

interface FailureParts {
  readonly withLock: RunWithLock;
  readonly knownNames: KnownNamesReader;
  readonly countOf: CountCache;
  readonly searchWords: WordSearchRunner<Database>;
}

export function createFailureQueries(
  db: Kysely<Database>,
  { withLock, knownNames, countOf, searchWords }: FailureParts,
) {
  const joined = () =>
    db
      .selectFrom('failure')
      .leftJoin('episodeMember', 'episodeMember.failureId', 'failure.id')
      .select(['failure.duplicateOf', 'episodeMember.episodeId']);
  const failures = () => joined().select(failureColumns);

  const stale = (connectionId: string) =>
    db
      .selectFrom('failure')
      .select('externalId')
      .where('connectionId', '=', connectionId)
      .where('staleUntil', '>', sql<Instant>`now()`)
      .orderBy('externalId');

  return {
    /** Stores failures that a detector found. An older version of a failure never replaces a newer one. */
    async upsert(connectionId: string, drafts: readonly FailureDraft[]): Promise<{ changed: number }> {
      const changed = await inTransaction(db, async (transaction) => {
        // Redacts the drafts again, because more names of people may have become known since the detector read the
        // changes.
        const hide = await lockNamesAndCreateRedactor(transaction, knownNames);
        return upsertFailures(
          transaction,
          drafts.flatMap((foundDraft) => {
            const draft = hide(connectionId, foundDraft);
            return draft === null ? [] : [{ connectionId, draft }];
          }),
        );
      });
      return { changed };
    },

    /** Returns a failure or a duplicate, which has `duplicateOf`. */
    async find(id: string): Promise<FailureOrDuplicate | null> {
      const query = failures()
        .leftJoin('patternMember', 'patternMember.failureId', 'failure.id')
        .leftJoin('pattern', 'pattern.id', 'patternMember.patternId')
        .select(['patternMember.confidence as certainty', 'patternMember.evidence'])
        .select(listedFailureColumns);
      const row = await query.where('failure.id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      const { certainty, evidence, ...failure } = row;
      return {
        ...failure,
        membership: certainty === null || evidence === null ? null : { confidence: certainty, evidence },
      };
    },

    /** Returns when the oldest failure of the given kind occurred; null if there is none. */
    async findOldest(connectionId: string, kind: FailureKind): Promise<Instant | null> {
      const { oldest } = await db
        .selectFrom('failure')
        .select(({ fn }) => fn.min('occurredAt').as('oldest'))
        .where('connectionId', '=', connectionId)
        .where('kind', '=', kind)
        .executeTakeFirstOrThrow();
      return oldest ?? null;
    },

    /** Returns the failures with the given ids that exist, sorted by id. */
    async findMany(ids: readonly string[]): Promise<Failure[]> {
      if (ids.length === 0) return [];
      return failures().where(sql<SqlBool>`failure.id = any(${ids})`).orderBy('failure.id').execute();
    },

    /** Lists the duplicates of the given failures, sorted by `duplicateOf`, then time. */
    listDuplicates(failureIds: readonly string[]): Promise<Failure[]> {
      return failures()
        .where(sql<SqlBool>`failure.duplicate_of = any(${failureIds})`)
        .orderBy('failure.duplicateOf')
        .orderBy('failure.occurredAt')
        .orderBy('failure.id')
        .execute();
    },

    /** Lists failures that are not duplicates. */
    list: (listing: FailureListOptions): Promise<ListPage<ListedFailure>> =>
      searchWords(listing.query, (read) => listFailures(read, countOf, listing)),

    /** Lists all failures, including duplicates, sorted by `occurredAt`, then id. */
    listAll(): Promise<Failure[]> {
      return failures().orderBy('failure.occurredAt').orderBy('failure.id').execute();
    },

    /** Lists all failures like `listAll`, but `isFailure` is the parser's result, without people's decisions. */
    listAllUncorrected(): Promise<Failure[]> {
      return joined().select(parsedFailureColumns).orderBy('failure.occurredAt').orderBy('failure.id').execute();
    },

    /** Counts the failures that are in no pattern (`failures`), and all failures (`of`). */
    countUnassigned: (): Promise<{ failures: number; of: number }> =>
      countOf({ unassigned: 'of all' }, () => countUnassignedFailures(db)),
    /** Counts failures that are not duplicates. */
    count: (): Promise<number> => countOf({ kind: 'of all' }, () => countFailures(db)),

    /**
     * Lists the external ids of stale failures, sorted. A failure is stale if the provider has a newer version.
     * @param service lists only failures of this service; null lists all
     */
    async listStale(connectionId: string, service: string | null): Promise<string[]> {
      const all = stale(connectionId);
      const wanted = service === null ? all : all.where(sql<SqlBool>`services ? ${service}`);
      return (await wanted.execute()).map(({ externalId }) => externalId);
    },

    /** Lists the external ids of stale failures that belong to none of the given services, sorted. */
    async listStaleOutside(connectionId: string, services: readonly string[]): Promise<string[]> {
      const others = stale(connectionId).where(sql<SqlBool>`not services ?| ${services}::text[]`);
      return (await others.execute()).map(({ externalId }) => externalId);
    },

    /** Records which versions the provider has. A failure that is stored in an older version becomes stale. */
    markStale: (connectionId: string, staleFailures: readonly StaleFailure[]): Promise<void> =>
      inTransaction(db, (transaction) =>
        markFailuresStale(
          transaction,
          staleFailures.map((item) => ({ connectionId, item })),
          'older',
        ),
      ),

    /**
     * Deletes failures that a detector found earlier and no longer finds.
     * @param ending deletes only failures whose external id has this suffix, so that failures of the same kind
     * from other sources stay
     * @returns the number of deleted failures
     */
    async removeMissing(
      connectionId: string,
      kind: FailureKind,
      repository: string,
      keepExternalIds: readonly string[],
      ending: string = '',
    ): Promise<number> {
      const keep = keepExternalIds.map(limitExternalIdLength);
      const isMissing = sql<SqlBool>`
        connection_id = ${connectionId} and kind = ${kind} and ${isInRepository(repository)}
        and external_id <> all(${keep}) and right(external_id, length(${ending}::text)) = ${ending}`;
      const missing = await db.selectFrom('failure').select('id').where(isMissing).limit(1).executeTakeFirst();
      // Usually there is nothing to delete. Then do not wait for the lock, which a clustering may hold.
      if (missing === undefined) return 0;
      return inTransaction(db, async (transaction) => {
        await acquireLock(transaction, analysisLock);
        const removed = await transaction.deleteFrom('failure').where(isMissing).returning('id').execute();
        const ids = removed.map(({ id }) => id);
        await transaction.deleteFrom('link').where(sql<SqlBool>`target_id = any(${ids})`).execute();
        return ids.length;
      });
    },

    /** Runs `work` under the repository's lock, so that a detector with older input never overwrites newer findings. */
    withDetectionLock: <T>(connectionId: string, repository: string, work: () => Promise<T>): Promise<T> =>
      withLock(`detection/${connectionId}/${repository}`, work),
  };
}
