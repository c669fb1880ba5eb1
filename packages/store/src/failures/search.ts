import type { Change, Failure, Link } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { changeColumns } from './changes.ts';
import { countsAsFailure } from './failure-columns.ts';

/** A bucket of failures whose ids have the same prefix. */
export interface FailureIdBucket {
  readonly bucket: string;
  readonly failures: number;
  /** A digest of the content of the bucket's failures and of their duplicates. */
  readonly digest: string;
}

/** A failure with a digest (`version`) of its content and of the content of its duplicates. */
export interface FailureVersion {
  readonly id: string;
  readonly bucket: string;
  readonly version: string;
}

/** A change that may have resolved a failure, with the data of their link. */
export interface PossibleResolvingChange
  extends Pick<Link, 'failureId' | 'score' | 'status' | 'evidence'>,
    Pick<Change, 'kind' | 'title' | 'url'> {}

export interface PatternOfFailure {
  readonly failureId: string;
  readonly id: string;
  readonly name: string;
  /** The confidence that the failure belongs to the pattern, from 0 to 1. */
  readonly confidence: number;
  /** How many episodes of the pattern each remedy resolved, in words; null if that is unknown. */
  readonly remedies: string | null;
  /** The name of the pattern's mechanism, stated or likely; null if unknown. */
  readonly mechanism: string | null;
}

/** A failure with its time and the text that may state its resolution. */
export type DatedFailure = Pick<Failure, 'id' | 'kind' | 'occurredAt' | 'precision' | 'title' | 'text'>;

const primary = sql<string>`coalesce(duplicate_of, failure.id)`;
const bucket = sql<string>`left(${primary}, 2)`;
const isCounted = sql<SqlBool>`duplicate_of is null and ${countsAsFailure}`;

/**
 * Reads the failures for the search index. Omits duplicates, and rows that do not count as failures. The index finds
 * changed failures by comparing digests, because timestamps would miss deletions and late commits.
 */
export function createSearchIndexQueries(db: Kysely<Database>) {
  const newestFirst = (limit: number) =>
    db
      .selectFrom('failure')
      .select([
        'failure.id',
        'failure.kind',
        'failure.occurredAt',
        'failure.precision',
        'failure.title',
        'failure.text',
      ])
      .orderBy('failure.occurredAt', 'desc')
      .orderBy('failure.id')
      .limit(limit);
  return {
    /** Returns the digests of all buckets (about a thousand). The query reads every row, but no text. */
    async listBuckets(): Promise<FailureIdBucket[]> {
      // A sum of fingerprints alone would miss that a failure became a duplicate, or that a person decided on it.
      const { rows } = await sql<FailureIdBucket>`
        select ${bucket} as bucket, (count(*) filter (where ${isCounted}))::integer as failures,
          concat(count(*), ':', sum(fingerprint # hashtextextended(duplicate_of, 0)),
            ':', sum(fingerprint) filter (where ${isCounted})) as digest
        from failure group by 1 order by 1`.execute(db);
      return rows;
    },

    /** Lists the failures of the given buckets with their digests. The query reads every row, but no text. */
    async listVersions(buckets: readonly string[]): Promise<FailureVersion[]> {
      const { rows } = await sql<FailureVersion>`
        select ${primary} as id, ${bucket} as bucket, concat(count(*), ':', sum(fingerprint)) as version
        from failure where ${bucket} = any(${buckets})
        group by 1, 2 having bool_or(${isCounted}) order by 1`.execute(db);
      return rows;
    },

    /** Finds failures and changes by URL, newest first, ignoring case. Returns the primary failure for a duplicate. */
    async findByUrl(urls: readonly string[]): Promise<{ failureIds: string[]; changes: Change[] }> {
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

    /** Lists failures that one of the changes has caused or resolved, best match first. Ignores rejected links. */
    async listByChanges(changeIds: readonly string[]): Promise<string[]> {
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

    listPatternsOf(failureIds: readonly string[]): Promise<PatternOfFailure[]> {
      return db
        .selectFrom('patternMember')
        .innerJoin('pattern', 'pattern.id', 'patternMember.patternId')
        .select(['patternMember.failureId', 'pattern.id', 'pattern.name', 'patternMember.confidence'])
        .select(sql<string | null>`pattern.scenario ->> 'remedies'`.as('remedies'))
        .select(sql<string | null>`coalesce(pattern.mechanism, pattern.scenario ->> 'likelyMechanism')`.as('mechanism'))
        .where('pattern.retiredAt', 'is', null)
        .where(sql<SqlBool>`pattern_member.failure_id = any(${failureIds})`)
        .orderBy('patternMember.failureId')
        .execute();
    },

    /**
     * Returns the change that most likely resolved each failure: a confirmed one, or the one with the highest score.
     * For a reverted change, only a confirmed link counts, because the revert is part of the failure and does not
     * resolve it.
     */
    listResolvingLinks(failureIds: readonly string[]): Promise<PossibleResolvingChange[]> {
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

    listNewestOfPattern(patternId: string, limit: number): Promise<DatedFailure[]> {
      return newestFirst(limit)
        .innerJoin('patternMember', 'failure.id', 'patternMember.failureId')
        .where('patternMember.patternId', '=', patternId)
        .execute();
    },

    /** Returns the newest of the failures with these ids. */
    listNewest(ids: readonly string[], limit: number): Promise<DatedFailure[]> {
      return newestFirst(limit).where(sql<SqlBool>`failure.id = any(${ids})`).execute();
    },

    async listByEpisode(episodeId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('episodeMember')
        .select('failureId')
        .where('episodeId', '=', episodeId)
        .execute();
      return rows.map(({ failureId }) => failureId);
    },
  };
}
