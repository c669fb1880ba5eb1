import type {
  LineageEvent,
  Membership,
  NamedLineageEvent,
  ObservedPeriod,
  Pattern,
  PatternFacets,
  PatternRetirement,
  WorstSeverity,
} from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { modelsOfAllFailures } from '../failures/passage-vectors.ts';
import type { Database } from '../schema/database.ts';
import type { CountCache } from '../sql/cached-counts.ts';
import { sha256 } from '../sql/hash.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { type ListPage, totalCountColumn } from '../sql/list-page.ts';
import type { WordSearchRunner } from '../sql/word-search.ts';
import { findRetirement } from './find-retirement.ts';
import {
  convertPatternRow,
  listAllPatterns,
  listPatterns,
  type PatternListOptions,
  patternColumns,
  type StoredListedPattern,
} from './list-patterns.ts';
import type { ClusterRunStart } from './lock-analysis-results.ts';
import { countPatternFacets, createPatternConditions, type PatternFilter } from './pattern-filter.ts';
import { countSeverities, countTimelines, type EpisodeTimeline } from './period-figures.ts';
import { type ClusteringResult, writeClustering } from './write-clustering.ts';

export function createPatternQueries(
  db: Kysely<Database>,
  countOf: CountCache,
  searchWords: WordSearchRunner<Database>,
) {
  const lineageOf = (id: string) =>
    db
      .selectFrom('patternLineage')
      .selectAll('patternLineage')
      .where((is) => is.or([is('patternId', '=', id), is('relatedPatternId', '=', id)]))
      .orderBy('at')
      .orderBy('patternId')
      .orderBy('relatedPatternId');
  return {
    /**
     * Replaces the stored clustering in one transaction. Retires patterns that the clustering lacks, and revives
     * retired patterns that it contains again.
     * @returns the active patterns whose content or members changed
     * @throws {AppError} `conflict` if a newer clustering run has begun
     */
    writeClustering: (clustering: ClusteringResult, run?: ClusterRunStart): Promise<{ changedPatternIds: string[] }> =>
      inTransaction(db, (transaction) => writeClustering(transaction, clustering, run)),

    list: (listing: PatternListOptions): Promise<ListPage<StoredListedPattern>> =>
      searchWords(listing.query, (read) => listPatterns(read, countOf, listing)),
    /** Counts the episodes of each pattern by twelfths of a period, and in the period before if it is given. */
    countTimelines: (
      ids: readonly string[],
      periods: { readonly period: ObservedPeriod; readonly before: ObservedPeriod | null },
    ): Promise<ReadonlyMap<string, EpisodeTimeline>> => countTimelines(db, ids, periods),
    /** Counts the episodes of each pattern in a period by the severities of their failures. */
    countSeverities: (
      ids: readonly string[],
      period: ObservedPeriod,
    ): Promise<ReadonlyMap<string, readonly WorstSeverity[]>> => countSeverities(db, ids, period),
    listAll: (): Promise<Pattern[]> => listAllPatterns(db),
    /** Counts the patterns for each value of each facet, under the conditions of the other facets. */
    countFacets: (filter: PatternFilter): Promise<PatternFacets> =>
      countOf({ facets: filter }, () => searchWords(filter.query, (read) => countPatternFacets(read, filter))),

    /** Returns null for an unknown or retired pattern. */
    async find(id: string): Promise<Pattern | null> {
      const row = await db
        .selectFrom('pattern')
        .select(patternColumns)
        .where('id', '=', id)
        .where('retiredAt', 'is', null)
        .executeTakeFirst();
      return row === undefined ? null : convertPatternRow(row);
    },

    /** Returns an active or retired pattern, and what became of a retired one. Returns null for an unknown pattern. */
    async findActiveOrRetired(
      id: string,
    ): Promise<{ readonly pattern: Pattern; readonly retirement: PatternRetirement | null } | null> {
      const row = await db
        .selectFrom('pattern')
        .select([...patternColumns, 'retiredAt'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { retiredAt, ...pattern } = row;
      return {
        pattern: convertPatternRow(pattern),
        retirement: retiredAt === null ? null : await findRetirement(db, id, retiredAt),
      };
    },

    /** Lists members as of the last clustering run, best match first. */
    listMembers(id: string): Promise<Membership[]> {
      return db
        .selectFrom('patternMember')
        .select(['failureId', 'confidence', 'evidence'])
        .where('patternId', '=', id)
        .where('provisional', '=', false)
        .orderBy('confidence', 'desc')
        .orderBy('failureId')
        .execute();
    },

    /** Returns which of the given ids belong to active or retired patterns. */
    async filterKnownIds(ids: readonly string[]): Promise<string[]> {
      const rows = await db.selectFrom('pattern').select('id').where(sql<SqlBool>`id = any(${ids})`).execute();
      return rows.map(({ id }) => id);
    },

    async countMembers(): Promise<number> {
      const members = db.selectFrom('patternMember').where('provisional', '=', false).select(totalCountColumn);
      return (await members.executeTakeFirstOrThrow()).total;
    },

    listAllMembers(): Promise<{ patternId: string; failureId: string }[]> {
      return db
        .selectFrom('patternMember')
        .select(['patternId', 'failureId'])
        .where('provisional', '=', false)
        .orderBy('patternId')
        .orderBy('failureId')
        .execute();
    },

    /** Lists the failures that state the mechanism of their pattern, for all active patterns. */
    async listStatingMembers(): Promise<{ patternId: string; failureId: string }[]> {
      const { rows } = await sql<{ patternId: string; failureId: string }>`
        select pattern.id as pattern_id, stating.id as failure_id
        from pattern, jsonb_array_elements_text(pattern.scenario -> 'mechanismFailureIds') as stating (id)
        where retired_at is null order by pattern.id, stating.id`.execute(db);
      return rows;
    },

    /** Lists the pattern's predecessors and successors, oldest first. */
    listLineage: (id: string): Promise<LineageEvent[]> => lineageOf(id).execute(),

    /** Lists the pattern's predecessors and successors with their present names, oldest first. */
    listNamedLineage: (id: string): Promise<NamedLineageEvent[]> =>
      lineageOf(id)
        .innerJoin('pattern as one', 'one.id', 'patternLineage.patternId')
        .innerJoin('pattern as other', 'other.id', 'patternLineage.relatedPatternId')
        .select(['one.name as patternName', 'other.name as relatedPatternName'])
        .execute(),

    /**
     * Counts the active patterns that are not dismissed. The count is not cached, because the status must show the patterns
     * of a clustering as soon as it shows that the clustering is done.
     */
    async count(): Promise<number> {
      const live = db.selectFrom('pattern').where(createPatternConditions({})).select(totalCountColumn);
      return (await live.executeTakeFirstOrThrow()).total;
    },

    /** Returns the digest of the input of the last clustering; null before the first. */
    async findClusteredVersion(): Promise<string | null> {
      const state = await db.selectFrom('clusteringState').select('inputVersion').executeTakeFirst();
      return state?.inputVersion ?? null;
    },
    /**
     * Returns a digest of the stored failures, changes and corrections. The digest is cached if its computation is
     * slow.
     */
    readInputVersion: (): Promise<string> => countOf({ inputVersion: 'current' }, () => readInputVersion(db)),
  };
}

/**
 * Returns the digest of the clustering input, which includes the models whose vectors all failures have. The fingerprints
 * of rows are added up, because their order does not matter. The order of corrections matters, because a later one may
 * override an earlier one.
 */
async function readInputVersion(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<object>`
    select
      (select concat(count(*), ':', sum(fingerprint)) from failure) as failures,
      (select concat(count(*), ':', sum(fingerprint)) from change) as changes,
      (select coalesce(string_agg(id, ',' order by sequence), '') from correction) as corrections,
      (select coalesce(string_agg(concat(id, status), ',' order by id), '') from catalogue_entry where status <> 'suggested')
        as catalogue,
      (select coalesce(string_agg(concat(service, ':', depends_on), ',' order by service, depends_on), '') from service_dependency)
        as dependencies,
      (select coalesce(string_agg(model, ',' order by model), '') from (${modelsOfAllFailures}) as complete) as models`.execute(
    db,
  );
  return sha256(JSON.stringify(rows[0])).slice(0, 32);
}
