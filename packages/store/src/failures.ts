import type { Failure, FailureDraft, FailureKind, FailureNews, Instant, Membership } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { WithLock } from './advisory-lock.ts';
import { decodeCursor, encodeCursor, isInstantAndId } from './cursor.ts';
import type { Database } from './database.ts';
import { boundedExternalId, upsertFailures } from './drafts.ts';
import { failureColumns } from './failure-columns.ts';
import { keepNews } from './failure-news.ts';
import { analysisLock, inTransaction, lockFor } from './in-transaction.ts';
import { holdNameRedactor, type KnownNames } from './known-names.ts';
import { countOfAll, holdsWords, type ListPage, toListPage } from './list-page.ts';
import { isOfRepository } from './repository-index.ts';

export interface FailureFilter {
  readonly kind?: FailureKind;
  readonly connectionId?: string;
  readonly repository?: string;
  readonly patternId?: string;
  /** Words that must all stand in the title or the text. */
  readonly query?: string;
  /** `next` of the page before. */
  readonly after?: string;
  /** Page size, at least 1. */
  readonly limit: number;
}

export interface ListedFailure extends Failure {
  readonly patternId: string | null;
  /** Whether no regrouping has looked at it since it was put into its pattern. */
  readonly assignedOnArrival: boolean;
}

export interface FoundFailure extends ListedFailure {
  /** Null where it is in no pattern. */
  readonly membership: Omit<Membership, 'failureId'> | null;
}

export interface FailureQueries {
  /** For detectors; what a connector reads goes through `inbox.settle`. Same rules of versions and of names. */
  upsert(connectionId: string, drafts: readonly FailureDraft[]): Promise<{ changed: number }>;
  /** A duplicate too, which then says whose. */
  find(id: string): Promise<FoundFailure | null>;
  /** In the order of their ids; those that do not exist are left out. */
  findMany(ids: readonly string[]): Promise<Failure[]>;
  /** Those that tell of the same things again as one of these, in the order of `duplicateOf`, then of time. */
  listDuplicates(failureIds: readonly string[]): Promise<Failure[]>;
  /** Newest first, without duplicates. @throws {AppError} `invalid_input` for a cursor that is not ours */
  list(filter: FailureFilter): Promise<ListPage<ListedFailure>>;
  /** All of them, duplicates too, ordered by `occurredAt`, then id. */
  listAll(): Promise<Failure[]>;
  /** Without duplicates. */
  count(): Promise<number>;
  /** How many are in no pattern, of those that count as failures. */
  countUnassigned(): Promise<{ failures: number; of: number }>;
  /**
   * External ids of those of which the provider has more to tell than is stored, sorted.
   * @param service only of the service of this name; null for all
   */
  listTouched(connectionId: string, service: string | null): Promise<string[]>;
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

const assignedOnArrival = sql<boolean>`coalesce(pattern_member.provisional, false)`.as('assignedOnArrival');

export function createFailureQueries(db: Kysely<Database>, withLock: WithLock, knownNames: KnownNames): FailureQueries {
  const failures = () =>
    db
      .selectFrom('failure')
      .leftJoin('episodeMember', 'episodeMember.failureId', 'failure.id')
      .select(failureColumns)
      .select(['failure.duplicateOf', 'episodeMember.episodeId']);

  function matching(filter: FailureFilter) {
    let query = db
      .selectFrom('failure')
      .leftJoin('patternMember', 'patternMember.failureId', 'failure.id')
      .where('failure.duplicateOf', 'is', null);
    if (filter.kind !== undefined) query = query.where('failure.kind', '=', filter.kind);
    if (filter.connectionId !== undefined) query = query.where('failure.connectionId', '=', filter.connectionId);
    if (filter.repository !== undefined) query = query.where(isOfRepository(filter.repository));
    if (filter.patternId !== undefined) query = query.where('patternMember.patternId', '=', filter.patternId);
    if (filter.query !== undefined)
      query = query.where(holdsWords(sql`failure.title || ' ' || failure.text`, filter.query));
    return query;
  }

  return {
    async upsert(connectionId, drafts) {
      const changed = await inTransaction(db, async (transaction) => {
        // A detector read its changes before this: a name may have become known and gone over since.
        const redact = await holdNameRedactor(transaction, knownNames);
        const hide = (draft: FailureDraft) => ({ ...draft, title: redact(draft.title), text: redact(draft.text) });
        return upsertFailures(
          transaction,
          drafts.map((draft) => ({ connectionId, draft: hide(draft) })),
        );
      });
      return { changed };
    },

    async find(id) {
      const query = failures()
        .leftJoin('patternMember', 'patternMember.failureId', 'failure.id')
        .select(['patternMember.patternId', 'patternMember.confidence as sureness', 'patternMember.evidence'])
        .select(assignedOnArrival);
      const row = await query.where('failure.id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      const { sureness, evidence, ...failure } = row;
      return {
        ...failure,
        membership: sureness === null || evidence === null ? null : { confidence: sureness, evidence },
      };
    },

    findMany(ids) {
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

    async list(filter) {
      const { total } = await matching(filter).select(countOfAll).executeTakeFirstOrThrow();
      let query = matching(filter)
        .leftJoin('episodeMember', 'episodeMember.failureId', 'failure.id')
        .select(failureColumns)
        .select(['failure.duplicateOf', 'episodeMember.episodeId', 'patternMember.patternId'])
        .select(assignedOnArrival);
      if (filter.after !== undefined) {
        const [occurredAt, id] = decodeCursor(filter.after, 'failures', isInstantAndId);
        query = query.where(
          sql<SqlBool>`(failure.occurred_at, failure.id) < (${occurredAt}::timestamptz, ${id}::text)`,
        );
      }
      const rows = await query
        .orderBy('failure.occurredAt', 'desc')
        .orderBy('failure.id', 'desc')
        .limit(filter.limit + 1)
        .execute();
      return toListPage(rows, filter.limit, total, (last) => encodeCursor('failures', [last.occurredAt, last.id]));
    },

    listAll() {
      return failures().orderBy('failure.occurredAt').orderBy('failure.id').execute();
    },

    countUnassigned: () =>
      matching({ limit: 0 })
        .where('failure.isFailure', '=', true)
        .select([
          sql<number>`count(*)::integer`.as('of'),
          sql<number>`(count(*) filter (where pattern_member.pattern_id is null))::integer`.as('failures'),
        ])
        .executeTakeFirstOrThrow(),

    async count() {
      return (await matching({ limit: 0 }).select(countOfAll).executeTakeFirstOrThrow()).total;
    },

    async listTouched(connectionId, service) {
      let touched = db
        .selectFrom('failure')
        .select('externalId')
        .where('connectionId', '=', connectionId)
        .where('newsUntil', '>', sql<Instant>`now()`);
      if (service !== null) touched = touched.where(sql<SqlBool>`services ? ${service}`);
      return (await touched.orderBy('externalId').execute()).map(({ externalId }) => externalId);
    },

    keepNews: (connectionId, news) =>
      inTransaction(db, (transaction) =>
        keepNews(
          transaction,
          news.map((item) => ({ connectionId, item })),
          'older',
        ),
      ),

    removeMissing(connectionId, kind, repository, keepExternalIds, ending = '') {
      const keep = keepExternalIds.map(boundedExternalId);
      return inTransaction(db, async (transaction) => {
        await lockFor(transaction, analysisLock);
        const removed = await transaction
          .deleteFrom('failure')
          .where('connectionId', '=', connectionId)
          .where('kind', '=', kind)
          .where(isOfRepository(repository))
          .where(sql<SqlBool>`external_id <> all(${keep})`)
          .where(sql<SqlBool>`right(external_id, length(${ending}::text)) = ${ending}`)
          .returning('id')
          .execute();
        const ids = removed.map(({ id }) => id);
        await transaction.deleteFrom('link').where(sql<SqlBool>`target_id = any(${ids})`).execute();
        return ids.length;
      });
    },

    withDetectionLock: (connectionId, repository, work) => withLock(`detection/${connectionId}/${repository}`, work),
  };
}
