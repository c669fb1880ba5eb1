import {
  AppError,
  type Instant,
  type ListedReport,
  type Pattern,
  type PatternReport,
  type StoredReport,
} from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import { writeEvents } from '../events/write-events.ts';
import type { Database } from '../schema/database.ts';
import type { CountCache } from '../sql/cached-counts.ts';
import { sha256 } from '../sql/hash.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { canonicalJson } from '../sql/json-text.ts';
import { stableId } from '../sql/stable-id.ts';
import type { WordSearchRunner } from '../sql/word-search.ts';
import { type FailureLibraryFilter, type FailureLibraryPage, listFailureLibraryEntries } from './library.ts';

export function createReportQueries(
  db: Kysely<Database>,
  countOf: CountCache,
  searchWords: WordSearchRunner<Database>,
) {
  const reports = () => db.selectFrom('report').select(['id', 'patternId', 'createdAt', 'report']);

  return {
    /**
     * Stores a report; equal content is stored once.
     * @param readAt when the data were read, by PostgreSQL's clock; now by default
     */
    async ensure(
      patternId: string,
      report: PatternReport,
      readAt?: Instant,
    ): Promise<StoredReport & { created: boolean }> {
      const content = canonicalJson(report);
      const digest = sha256(content);
      const id = stableId('report', patternId, digest);
      return inTransaction(db, async (transaction) => {
        // The id is derived from pattern and content, so that two concurrent writers of the same report store it once.
        const { rows } = await sql<StoredReport & { created: boolean }>`
          insert into report (id, pattern_id, digest, report, ensured_at)
          values (
            ${id}, ${patternId}, ${digest}, ${content}, coalesce(${readAt ?? null}::timestamptz, clock_timestamp())
          )
          on conflict (id) do update set ensured_at = greatest(report.ensured_at, excluded.ensured_at)
          returning id, pattern_id, created_at, report, xmax = 0 as created`.execute(transaction);
        const [stored] = rows;
        if (stored === undefined) throw new AppError('internal', `The report of pattern ${patternId} was not stored`);
        if (stored.created) await writeEvents(transaction, [{ type: 'report_written', patternId, reportId: id }]);
        return stored;
      });
    },

    async findLatest(patternId: string): Promise<StoredReport | null> {
      return (
        (await reports().where('patternId', '=', patternId).orderBy('ensuredAt', 'desc').limit(1).executeTakeFirst()) ??
        null
      );
    },

    /**
     * Lists the active patterns, each as its newest report describes it. `pattern` is null for a pattern without a
     * report.
     */
    async listReportedPatterns(): Promise<{ readonly patternId: string; readonly pattern: Pattern | null }[]> {
      const { rows } = await sql<{ patternId: string; pattern: Pattern | null }>`
        select pattern.id as pattern_id, newest.pattern
        from pattern
        left join lateral (
          select report -> 'pattern' as pattern from report
          where report.pattern_id = pattern.id order by ensured_at desc limit 1
        ) as newest on true
        where pattern.retired_at is null`.execute(db);
      return rows;
    },

    async find(id: string): Promise<StoredReport | null> {
      return (await reports().where('id', '=', id).executeTakeFirst()) ?? null;
    },

    /** Lists the names that a pattern has in its reports. */
    async listPatternNames(patternId: string): Promise<string[]> {
      const { rows } = await sql<{ name: string }>`
        select entry #>> '{pattern,name}' as name from report
        where pattern_id = ${patternId} group by name order by min(ensured_at)`.execute(db);
      return rows.map(({ name }) => name);
    },

    /** Lists the reports of a pattern, newest data first. */
    list(patternId: string): Promise<ListedReport[]> {
      return db
        .selectFrom('report')
        .select(['id', 'patternId', 'createdAt'])
        .select([
          sql<number>`(entry #>> '{pattern,episodes}')::integer`.as('episodes'),
          sql<string>`entry ->> 'asOf'`.as('asOf'),
        ])
        .where('patternId', '=', patternId)
        .orderBy('ensuredAt', 'desc')
        .execute();
    },

    listLibrary: (filter: FailureLibraryFilter): Promise<FailureLibraryPage> =>
      searchWords(filter.query, (read) => listFailureLibraryEntries(read, countOf, filter)),
  };
}
