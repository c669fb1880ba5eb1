import type { Change, Failure, Link } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { changeColumns } from './changes.ts';
import { countsAsFailure } from './failure-columns.ts';

/** A part of the failures, by the prefix of their ids. */
export interface FailureBucket {
  readonly bucket: string;
  /** The number of counted failures. */
  readonly failures: number;
  /** Equal as long as the content of its failures and their duplicates is. */
  readonly digest: string;
}

/** A counted failure with a digest of its content and that of its duplicates. */
export interface FailureVersion {
  readonly id: string;
  readonly bucket: string;
  readonly version: string;
}

/** A change that is linked to a failure as its resolution. */
export interface ResolvingLink
  extends Pick<Link, 'failureId' | 'score' | 'status' | 'evidence'>,
    Pick<Change, 'kind' | 'title' | 'url'> {}

export interface PatternOfFailure {
  readonly failureId: string;
  readonly id: string;
  readonly name: string;
  /** The confidence of the membership, in [0, 1]. */
  readonly confidence: number;
}

/**
 * The queries of the search index. Duplicates and dismissed failures are not counted. Changes are found by comparing
 * digests, which no clock, commit order or deletion can hide, and which cost writers nothing.
 */
export interface SearchQueries {
  /** Lists a digest of all failures in about a thousand buckets. Reads every row, but no text. */
  listBuckets(): Promise<FailureBucket[]>;
  /** Lists the included failures of these buckets. Reads every row, but no text. */
  listVersions(buckets: readonly string[]): Promise<FailureVersion[]>;
  /**
   * Finds failures, or the primaries of duplicates, and changes by the URLs of their pages, newest first. Ignores case.
   */
  findByUrl(urls: readonly string[]): Promise<{ failureIds: string[]; changes: Change[] }>;
  /** Lists failures that a change has caused, resolved or carried, best first. Ignores rejected links. */
  listByChanges(changeIds: readonly string[]): Promise<string[]>;
  /** Returns the active pattern of each of these failures. */
  listPatternsOf(failureIds: readonly string[]): Promise<PatternOfFailure[]>;
  /**
   * Returns the change that most likely resolved each failure: the confirmed one, or the best. Ignores rejected links,
   * and the revert of a reverted change unless a person confirmed it, because that is the failure itself.
   */
  listResolvingLinks(failureIds: readonly string[]): Promise<ResolvingLink[]>;
  /** Lists the newest failures of a pattern, newest first. */
  listNewestOfPattern(
    patternId: string,
    limit: number,
  ): Promise<Pick<Failure, 'id' | 'occurredAt' | 'precision' | 'text'>[]>;
  /** Lists the failures of one episode. */
  listByEpisode(episodeId: string): Promise<string[]>;
}

const primary = sql<string>`coalesce(duplicate_of, failure.id)`;
const bucket = sql<string>`left(${primary}, 2)`;
const isCounted = sql<SqlBool>`duplicate_of is null and ${countsAsFailure}`;

export function createSearchQueries(db: Kysely<Database>): SearchQueries {
  return {
    async listBuckets() {
      // The sum of fingerprints does not change when a failure becomes a duplicate or a person decides on it.
      const { rows } = await sql<FailureBucket>`
        select ${bucket} as bucket, (count(*) filter (where ${isCounted}))::integer as failures,
          concat(count(*), ':', sum(fingerprint # hashtextextended(duplicate_of, 0)),
            ':', sum(fingerprint) filter (where ${isCounted})) as digest
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

    async listByChanges(changeIds) {
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

    listResolvingLinks(failureIds) {
      return db
        .selectFrom('link')
        .innerJoin('change', 'change.id', 'link.targetId')
        .innerJoin('failure', 'failure.id', 'link.failureId')
        .distinctOn('link.failureId')
        .select(['link.failureId', 'link.score', 'link.status', 'link.evidence'])
        .select(['change.kind', 'change.title', 'change.url'])
        .where('link.type', '=', 'resolved_by')
        .where('link.status', '<>', 'rejected')
        .where(sql<SqlBool>`(failure.kind <> 'reverted_change' or link.status = 'confirmed')`)
        .where(sql<SqlBool>`link.failure_id = any(${failureIds})`)
        .orderBy('link.failureId')
        .orderBy(sql`link.status = 'confirmed'`, 'desc')
        .orderBy('link.score', 'desc')
        .orderBy('change.id')
        .execute();
    },

    listNewestOfPattern(patternId, limit) {
      return db
        .selectFrom('patternMember')
        .innerJoin('failure', 'failure.id', 'patternMember.failureId')
        .select(['failure.id', 'failure.occurredAt', 'failure.precision', 'failure.text'])
        .where('patternMember.patternId', '=', patternId)
        .orderBy('failure.occurredAt', 'desc')
        .orderBy('failure.id')
        .limit(limit)
        .execute();
    },

    async listByEpisode(episodeId) {
      const rows = await db
        .selectFrom('episodeMember')
        .select('failureId')
        .where('episodeId', '=', episodeId)
        .execute();
      return rows.map(({ failureId }) => failureId);
    },
  };
}
