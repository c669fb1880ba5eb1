import {
  type Cause,
  type FailureLibraryEntry,
  type FailureLibrarySort,
  type Improvement,
  maxListTotal,
  type ObservedPeriod,
} from '@refrain/domain';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { hasEpisodesIn } from '../patterns/period-figures.ts';
import type { Database } from '../schema/database.ts';
import type { CountCache } from '../sql/cached-counts.ts';
import { toJsonText } from '../sql/json-text.ts';
import { createCursorAfterRow, createOrderBy, isAfterCursor, type ListOrder } from '../sql/list-order.ts';
import { containsWords, type ListPage, toListPage } from '../sql/list-page.ts';

export interface FailureLibraryFilter {
  readonly cause?: Cause;
  /** The name of the mechanism that most episodes state, or that is likely. */
  readonly mechanism?: string;
  readonly service?: string;
  /** Only patterns with an episode that began in this period */
  readonly period?: ObservedPeriod;
  /** Words that must all occur in the name, the lesson, the terms or the guardrail. */
  readonly query?: string;
  /** By the last episode if not given */
  readonly sort?: FailureLibrarySort;
  readonly after?: string;
  readonly limit: number;
}

export interface StoredLibraryEntry extends Omit<FailureLibraryEntry, 'fix' | 'failedFixes'> {
  readonly improvement: Pick<Improvement, 'id' | 'state' | 'guardrailId' | 'effect' | 'pastFixes'> | null;
}

export interface FailureLibraryPage extends ListPage<StoredLibraryEntry> {
  /** The number of matching patterns that teach nothing yet. */
  readonly withoutLesson: number;
}

/** A pattern teaches something if its root cause or resolution is known, or its fix held. */
const teachesBy = (scenario: RawBuilder<unknown>) => sql`(
  ${scenario} ->> 'cause' is not null
  or ${scenario} ->> 'mechanism' is not null
  or ${scenario} ->> 'resolution' is not null
  or exists (select from improvement where improvement.pattern_id = pattern.id and improvement.state = 'verified')
)`;
const teaches = teachesBy(sql`pattern.scenario`);
/** The newest report may be older than the pattern, and then lack what the pattern teaches by now. */
const isTaught = teachesBy(sql`(newest.entry #> '{pattern,scenario}')`);

const byLastEpisode: ListOrder['columns'] = [
  { key: 'lastAt', reference: 'pattern.last_at', type: 'timestamptz' },
  { key: 'id', reference: 'pattern.id', type: 'text' },
];
const orders: Readonly<Record<FailureLibrarySort, ListOrder>> = {
  lastAt: { direction: 'desc', columns: byLastEpisode },
  episodes: {
    direction: 'desc',
    columns: [{ key: 'place', reference: 'pattern.episodes', type: 'integer' }, ...byLastEpisode],
  },
};

/** Lists the failure library: the newest report of each active pattern that teaches something. */
export async function listFailureLibraryEntries(
  db: Kysely<Database>,
  countOf: CountCache,
  filter: FailureLibraryFilter,
): Promise<FailureLibraryPage> {
  const { cause, mechanism, service, period, query, sort = 'lastAt', after, limit } = filter;
  const order = orders[sort];
  const conditions = [
    sql<SqlBool>`pattern.retired_at is null and pattern.judgement is distinct from 'dismissed'`,
    ...(cause === undefined ? [] : [sql<SqlBool>`pattern.cause = ${cause}`]),
    ...(mechanism === undefined
      ? []
      : [sql<SqlBool>`coalesce(pattern.mechanism, pattern.scenario ->> 'likelyMechanism') = ${mechanism}`]),
    ...(service === undefined ? [] : [sql<SqlBool>`pattern.services @> ${toJsonText([service])}::jsonb`]),
    ...(period === undefined ? [] : [hasEpisodesIn(period)]),
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
  const rest = after === undefined ? sql`` : sql` and ${isAfterCursor(after, order)}`;
  const { rows } = await sql<
    StoredLibraryEntry & { readonly place: number; readonly lastAt: string; readonly id: string }
  >`
    select
      pattern.episodes as place, pattern.last_at, pattern.id,
      newest.entry -> 'pattern' as pattern,
      newest.entry ->> 'recurrence' as recurrence,
      newest.entry -> 'guardrail' as guardrail,
      newest.entry -> 'episodes' as episodes,
      (
        select jsonb_build_object(
          'id', id, 'state', state, 'guardrailId', guardrail_id, 'effect', effect, 'pastFixes', past_fixes
        )
        from improvement where improvement.pattern_id = pattern.id
      ) as improvement
    from pattern join ${newest} newest on true ${matching} and ${teaches} and ${isTaught}${rest}
    order by ${createOrderBy(order)} limit ${limit + 1}`.execute(db);
  // The count reads the content of reports only if there is a text query.
  const counted =
    query === undefined
      ? sql`from pattern ${matching} and exists (select from report where report.pattern_id = pattern.id)`
      : sql`from pattern join ${newest} newest on true ${matching}`;
  const countWith = (hasLesson: boolean) =>
    countOf({ library: { cause, mechanism, service, period, query, hasLesson } }, async () => {
      const { rows: totals } = await sql<{ total: number }>`
        select count(*)::integer as total
        from (select ${counted} and ${hasLesson ? teaches : sql`not ${teaches}`} limit ${maxListTotal}) as listed`.execute(
        db,
      );
      return totals[0]?.total ?? 0;
    });
  const page = await toListPage({
    rows,
    limit,
    after,
    cursorOf: (last) => createCursorAfterRow(last, order),
    count: () => countWith(true),
  });
  return {
    ...page,
    withoutLesson: await countWith(false),
    items: page.items.map(({ place: _, lastAt: __, id: ___, ...entry }) => entry),
  };
}
