import type { Change, FailureEnding, Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { changeColumns } from './changes.ts';
import type { Database } from './database.ts';

/** A part of the failures, by how their ids begin. */
export interface FailureBucket {
  readonly bucket: string;
  /** Those that are counted. */
  readonly failures: number;
  /** Equal as long as its failures and their duplicates say the same. */
  readonly digest: string;
}

/** A counted failure with a digest of what it and its duplicates say. */
export interface FailureVersion {
  readonly id: string;
  readonly bucket: string;
  readonly version: string;
}

export interface StoredEnding extends FailureEnding {
  readonly failureId: string;
}

export interface PatternOfFailure {
  readonly failureId: string;
  readonly id: string;
  readonly name: string;
  /** Of the membership, in [0, 1]. */
  readonly confidence: number;
}

/**
 * What a search asks of the store. Failures are counted that are failures and no duplicates. What changed since an earlier
 * look is found by comparing digests: no clock, no order of commits and no deletion can hide it, and writers pay nothing.
 */
export interface SearchQueries {
  /** All failures in about a thousand parts. Reads each row of the table, but no text. */
  listBuckets(): Promise<FailureBucket[]>;
  /** The counted failures of these parts. Reads each row of the table, but no text. */
  listVersions(buckets: readonly string[]): Promise<FailureVersion[]>;
  /**
   * The counted failures, or those that duplicates tell of, and the changes whose page is at one of these addresses, newest
   * first. The case of letters does not count.
   */
  findByUrl(urls: readonly string[]): Promise<{ failureIds: string[]; changes: Change[] }>;
  /** Counted failures that a change caused, ended or carried, best first; of a rejected link, none. */
  listFailuresOfChanges(changeIds: readonly string[]): Promise<string[]>;
  /** Which of these failures are in which living pattern. */
  listPatternsOf(failureIds: readonly string[]): Promise<PatternOfFailure[]>;
  /** What ended these failures: for each the change of the best link, without those of rejected ones. */
  listEndings(failureIds: readonly string[]): Promise<StoredEnding[]>;
  /** What ended the newest failure of a pattern of which that is known. */
  findLastEnding(patternId: string): Promise<(FailureEnding & { readonly occurredAt: Instant }) | null>;
  /** The failures of one episode. */
  listOfEpisode(episodeId: string): Promise<string[]>;
}

const primary = sql<string>`coalesce(duplicate_of, failure.id)`;
const bucket = sql<string>`left(${primary}, 2)`;
const isCounted = sql<SqlBool>`duplicate_of is null and is_failure`;

export function createSearchQueries(db: Kysely<Database>): SearchQueries {
  /** The changes that ended failures, by links that nobody rejected. */
  const endings = () =>
    db
      .selectFrom('link')
      .innerJoin('change', 'change.id', 'link.targetId')
      .where('link.type', '=', 'ended_by')
      .where('link.status', '<>', 'rejected')
      .select(['link.failureId', 'change.kind', 'change.title', 'change.url']);

  return {
    async listBuckets() {
      // A failure that becomes a duplicate, or of another one, within its part leaves the sum of the fingerprints as it was.
      const { rows } = await sql<FailureBucket>`
        select ${bucket} as bucket, (count(*) filter (where ${isCounted}))::integer as failures,
          concat(count(*), ':', sum(fingerprint # hashtextextended(duplicate_of, 0)),
            ':', sum(fingerprint) filter (where duplicate_of is null)) as digest
        from failure group by 1 order by 1`.execute(db);
      return rows;
    },

    async listVersions(buckets) {
      const { rows } = await sql<FailureVersion>`
        select ${primary} as id, ${bucket} as bucket, concat(count(*), ':', sum(fingerprint)) as version
        from failure where ${bucket} = any(${buckets})
        group by 1, 2 having bool_or(${isCounted}) order by 1`.execute(db);
      return rows;
    },

    async findByUrl(urls) {
      const at = (table: 'failure' | 'change') => sql<SqlBool>`exists (
        select from unnest(${urls}::text[]) as wanted (url)
        where lower(wanted.url) = lower(${sql.ref(`${table}.url`)})
      ) and hashtextextended(lower(${sql.ref(`${table}.url`)}), 0) = any (array(
        select hashtextextended(lower(wanted.url), 0) from unnest(${urls}::text[]) as wanted (url)
      ))`;
      const failures = await db
        .selectFrom('failure')
        .select(primary.as('id'))
        .where(at('failure'))
        .orderBy('occurredAt', 'desc')
        .orderBy('failure.id')
        .execute();
      const changes = await db
        .selectFrom('change')
        .select(changeColumns)
        .where(at('change'))
        .orderBy('occurredAt', 'desc')
        .orderBy('id')
        .execute();
      return { failureIds: [...new Set(failures.map(({ id }) => id))], changes };
    },

    async listFailuresOfChanges(changeIds) {
      const rows = await db
        .selectFrom('link')
        .innerJoin('failure', 'failure.id', 'link.failureId')
        .select('failure.id')
        .where(sql<SqlBool>`link.target_id = any(${changeIds})`)
        .where('link.type', '<>', 'same_episode')
        .where('link.status', '<>', 'rejected')
        .where(isCounted)
        .orderBy('link.score', 'desc')
        .orderBy('failure.id')
        .execute();
      return [...new Set(rows.map(({ id }) => id))];
    },

    listPatternsOf(failureIds) {
      return db
        .selectFrom('patternMember')
        .innerJoin('pattern', 'pattern.id', 'patternMember.patternId')
        .select(['patternMember.failureId', 'pattern.id', 'pattern.name', 'patternMember.confidence'])
        .where('pattern.retiredAt', 'is', null)
        .where(sql<SqlBool>`pattern_member.failure_id = any(${failureIds})`)
        .orderBy('patternMember.failureId')
        .execute();
    },

    listEndings(failureIds) {
      return endings()
        .distinctOn('link.failureId')
        .where(sql<SqlBool>`link.failure_id = any(${failureIds})`)
        .orderBy('link.failureId')
        .orderBy('link.score', 'desc')
        .orderBy('change.id')
        .execute();
    },

    async findLastEnding(patternId) {
      const row = await endings()
        .innerJoin('failure', 'failure.id', 'link.failureId')
        .innerJoin('patternMember', 'patternMember.failureId', 'failure.id')
        .select('failure.occurredAt')
        .where('patternMember.patternId', '=', patternId)
        .orderBy('failure.occurredAt', 'desc')
        .orderBy('link.score', 'desc')
        .orderBy('change.id')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { failureId: _, ...ending } = row;
      return ending;
    },

    async listOfEpisode(episodeId) {
      const rows = await db
        .selectFrom('episodeMember')
        .select('failureId')
        .where('episodeId', '=', episodeId)
        .execute();
      return rows.map(({ failureId }) => failureId);
    },
  };
}
