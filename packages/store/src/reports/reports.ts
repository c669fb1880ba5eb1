import {
  AppError,
  type Cause,
  type FailureLibraryEntry,
  type Instant,
  type ListedReport,
  maxListTotal,
  type Pattern,
  type PatternReport,
  type StoredReport,
} from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { writeEvents } from '../events/write-events.ts';
import type { Database } from '../schema/database.ts';
import type { CountCache } from '../sql/cached-counts.ts';
import { sha256 } from '../sql/hash.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { canonicalJson, toJsonText } from '../sql/json-text.ts';
import { createCursorAfterRow, createOrderBy, isAfterCursor, type ListOrder } from '../sql/list-order.ts';
import { containsWords, type ListPage, toListPage } from '../sql/list-page.ts';
import { stableId } from '../sql/stable-id.ts';
import type { WordSearchRunner } from '../sql/word-search.ts';

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
        where pattern_id = ${patternId} group by name order by min(created_at)`.execute(db);
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

    /** Lists the failure library: the newest report of each active pattern, most episodes first. */
    listLibrary: (filter: FailureLibraryFilter): Promise<ListPage<FailureLibraryEntry>> =>
      searchWords(filter.query, (read) => listFailureLibraryEntries(read, countOf, filter)),
  };
}

export interface FailureLibraryFilter {
  readonly cause?: Cause;
  readonly service?: string;
  /** Words that must all occur in the name, the lesson, the terms or the guardrail. */
  readonly query?: string;
  readonly after?: string;
  readonly limit: number;
}

const maxFirst: ListOrder = {
  direction: 'desc',
  columns: [
    // Sorts like the pattern list, so that both can use the same index.
    { key: 'place', reference: 'pattern.episodes', type: 'integer' },
    { key: 'lastAt', reference: 'pattern.last_at', type: 'timestamptz' },
    { key: 'id', reference: 'pattern.id', type: 'text' },
  ],
};

export async function listFailureLibraryEntries(
  db: Kysely<Database>,
  countOf: CountCache,
  filter: FailureLibraryFilter,
): Promise<ListPage<FailureLibraryEntry>> {
  const { cause, service, query, after, limit } = filter;
  const conditions = [
    sql<SqlBool>`pattern.retired_at is null and pattern.judgement is distinct from 'dismissed'`,
    ...(cause === undefined ? [] : [sql<SqlBool>`pattern.cause = ${cause}`]),
    ...(service === undefined ? [] : [sql<SqlBool>`pattern.services @> ${toJsonText([service])}::jsonb`]),
    ...(query === undefined
      ? []
      : [
          containsWords(
            sql`(pattern.name || ' ' || pattern.lesson || ' ' || pattern.terms::text || ' ' || coalesce(newest.entry #>> '{guardrail,name}', ''))`,
            query,
          ),
        ]),
  ];
  const newest = sql`lateral (select entry from report where report.pattern_id = pattern.id order by ensured_at desc limit 1)`;
  const matching = sql`where ${sql.join(conditions, sql` and `)}`;
  const rest = after === undefined ? sql`` : sql` and ${isAfterCursor(after, maxFirst)}`;
  const { rows } = await sql<
    FailureLibraryEntry & { readonly place: number; readonly lastAt: string; readonly id: string }
  >`
    select
      pattern.episodes as place, pattern.last_at, pattern.id,
      newest.entry -> 'pattern' as pattern,
      newest.entry ->> 'recurrence' as recurrence,
      newest.entry -> 'guardrail' as guardrail,
      newest.entry -> 'episodes' as episodes
    from pattern join ${newest} newest on true ${matching}${rest}
    order by ${createOrderBy(maxFirst)} limit ${limit + 1}`.execute(db);
  // The count reads the content of reports only if there is a text query.
  const counted =
    query === undefined
      ? sql`from pattern ${matching} and exists (select from report where report.pattern_id = pattern.id)`
      : sql`from pattern join ${newest} newest on true ${matching}`;
  const page = await toListPage({
    rows,
    limit,
    after,
    cursorOf: (last) => createCursorAfterRow(last, maxFirst),
    count: () =>
      countOf({ cause, service, query }, async () => {
        const { rows: totals } = await sql<{ total: number }>`
          select count(*)::integer as total from (select ${counted} limit ${maxListTotal}) as listed`.execute(db);
        return totals[0]?.total ?? 0;
      }),
  });
  return { ...page, items: page.items.map(({ place: _, lastAt: __, id: ___, ...entry }) => entry) };
}
