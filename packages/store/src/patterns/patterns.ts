import type { LineageEvent, ListedPattern, Membership, Pattern, PatternFacets } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import type { CountOf } from '../sql/cached-counts.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { countOfAll, type ListPage } from '../sql/list-page.ts';
import type { SearchWords } from '../sql/word-search.ts';
import { readInputVersion } from './input-version.ts';
import { listAllPatterns, listPatterns, type PatternListing, patternColumns, toPattern } from './list-patterns.ts';
import type { GroupingRun } from './lock-analysis.ts';
import { countPatternFacets } from './pattern-facets.ts';
import { type PatternFilter, readConditions } from './pattern-filter.ts';
import { type GroupingResult, writeGrouping } from './write-clustering.ts';

export interface PatternQueries {
  /**
   * Makes the stored grouping be this one, in one transaction under a lock. Patterns that are absent are retired, an id
   * that comes back is live again; what is the same already is not written.
   * @returns the live patterns whose content or members changed
   * @throws {AppError} where the run was overtaken: see `isOvertaken`
   */
  writeGrouping(grouping: GroupingResult, run?: GroupingRun): Promise<{ changedPatternIds: string[] }>;
  /** Live patterns only. @throws {AppError} `invalid_input` for a cursor that is not ours */
  list(listing: PatternListing): Promise<ListPage<ListedPattern>>;
  /** All that live, also those that a person dismissed, by id. */
  listAll(): Promise<Pattern[]>;
  /** How many patterns a list would have with each value of each facet, under all else that the filter asks for. */
  facets(filter: PatternFilter): Promise<PatternFacets>;
  /** Null also for a retired one; its lineage stays. */
  find(id: string): Promise<Pattern | null>;
  /** As of the last regrouping, surest first; so all members. */
  listMembers(id: string): Promise<Membership[]>;
  /** Those of the ids that a pattern has or had, also one that is no more. */
  listKnown(ids: readonly string[]): Promise<string[]>;
  countMembers(): Promise<number>;
  listAllMembers(): Promise<{ patternId: string; failureId: string }[]>;
  /** All that live and that nobody dismissed. */
  count(): Promise<number>;
  /** Where it came from and where it went, oldest first. */
  lineage(id: string): Promise<LineageEvent[]>;
  /** Digest of what the present grouping was made from; null before the first. */
  inputVersion(): Promise<string | null>;
  /**
   * Digest of the failures, changes and corrections that are stored now; a function of their content alone. Where making it
   * is slow, it may be older: see `createKeptCounts`.
   */
  currentInputVersion(): Promise<string>;
}

export function createPatternQueries(
  db: Kysely<Database>,
  countOf: CountOf,
  searchWords: SearchWords<Database>,
): PatternQueries {
  async function stateColumn(): Promise<string | null> {
    const row = await db.selectFrom('groupingState').select('inputVersion').executeTakeFirst();
    return row?.inputVersion ?? null;
  }

  return {
    writeGrouping: (grouping, run) => inTransaction(db, (transaction) => writeGrouping(transaction, grouping, run)),

    list: (listing) => searchWords(listing.query, (read) => listPatterns(read, countOf, listing)),
    listAll: () => listAllPatterns(db),
    facets: (filter) =>
      countOf({ facets: filter }, () => searchWords(filter.query, (read) => countPatternFacets(read, filter))),

    async find(id) {
      const row = await db
        .selectFrom('pattern')
        .select(patternColumns)
        .where('id', '=', id)
        .where('retiredAt', 'is', null)
        .executeTakeFirst();
      return row === undefined ? null : toPattern(row);
    },

    listMembers(id) {
      return db
        .selectFrom('patternMember')
        .select(['failureId', 'confidence', 'evidence'])
        .where('patternId', '=', id)
        .where('provisional', '=', false)
        .orderBy('confidence', 'desc')
        .orderBy('failureId')
        .execute();
    },

    async listKnown(ids) {
      const rows = await db.selectFrom('pattern').select('id').where(sql<SqlBool>`id = any(${ids})`).execute();
      return rows.map(({ id }) => id);
    },

    async countMembers() {
      const members = db.selectFrom('patternMember').where('provisional', '=', false).select(countOfAll);
      return (await members.executeTakeFirstOrThrow()).total;
    },

    listAllMembers() {
      return db
        .selectFrom('patternMember')
        .select(['patternId', 'failureId'])
        .where('provisional', '=', false)
        .orderBy('patternId')
        .orderBy('failureId')
        .execute();
    },

    lineage(id) {
      return db
        .selectFrom('patternLineage')
        .selectAll()
        .where((is) => is.or([is('patternId', '=', id), is('relatedPatternId', '=', id)]))
        .orderBy('at')
        .orderBy('patternId')
        .orderBy('relatedPatternId')
        .execute();
    },

    count: () =>
      countOf({ patterns: 'of all' }, async () => {
        const live = db.selectFrom('pattern').where(readConditions({})).select(countOfAll);
        return (await live.executeTakeFirstOrThrow()).total;
      }),

    inputVersion: stateColumn,
    currentInputVersion: () => countOf({ inputVersion: 'current' }, () => readInputVersion(db)),
  };
}
