import type { FailureKind, FailureSort, Instant, ListedFailure } from '@refrain/domain';
import { type Kysely, type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import type { CountCache } from '../sql/cached-counts.ts';
import type { OrderColumn } from '../sql/list-order.ts';
import {
  containsAnyWord,
  containsWords,
  countListedRows,
  type ListPage,
  readListPage,
  readRankedListPage,
  totalCountColumn,
} from '../sql/list-page.ts';
import { createExcerptColumn, formatExcerpt } from './excerpt.ts';
import { countsAsFailure, failureColumns } from './failure-columns.ts';
import { isInEnvironment, isInRepository } from './name-indexes.ts';

/** The conditions of the failure list, which never contains duplicates. */
export interface FailureFilter {
  readonly kind?: FailureKind;
  readonly connectionId?: string;
  readonly repository?: string;
  /** Lists the failures that name this service, and those that name none if their episode affected it. */
  readonly service?: string;
  readonly environment?: string;
  readonly patternId?: string;
  readonly episodeIds?: readonly string[];
  /** True lists only rows that count as failures. False lists only excluded rows, such as routine reverts. */
  readonly isFailure?: boolean;
  /** True lists only rows that count as failures and are in no pattern. False lists only failures in a pattern. */
  readonly unassigned?: boolean;
  /** True lists only failures assigned to their pattern since the last clustering. False excludes such failures. */
  readonly isProvisional?: boolean;
  readonly since?: Instant;
  readonly until?: Instant;
  /** Words that must all occur in the title or the text. */
  readonly query?: string;
}

export interface FailureListOptions extends FailureFilter {
  /** By default `occurredAt`. `relevance` lists first the failures with all words of the query in the title, then those with some in the title or in the pattern's name. */
  readonly sort?: FailureSort;
  /** By default `desc`: the newest or the longest first. Failures of equal relevance are sorted by time. */
  readonly order?: 'asc' | 'desc';
  readonly after?: string;
  readonly limit: number;
}

/** Columns of a listed failure that come from other tables. The query must join `patternMember`, `pattern` and `episodeMember`. */
export const listedFailureColumns = [
  sql<boolean>`failure.decided_failure is not null and failure.decided_confidence is null`.as('isDecided'),
  'patternMember.patternId',
  'pattern.name as patternName',
  sql<boolean>`coalesce(pattern_member.provisional, false)`.as('isProvisional'),
  'failure.durationSeconds',
  sql<string[]>`coalesce((
    select observed_episode.services from observed_episode
    where failure.services = '[]' and observed_episode.id = coalesce(episode_member.episode_id, failure.id)
  ), '[]')`.as('episodeServices'),
] as const;

const isProvisional = sql<SqlBool>`exists (
  select from pattern_member where pattern_member.failure_id = failure.id and pattern_member.provisional)`;
const isMember = sql<SqlBool>`exists (select from pattern_member where pattern_member.failure_id = failure.id)`;

const searchedText = sql`failure.title || ' ' || failure.text`;

function matching(db: Kysely<Database>, filter: FailureFilter) {
  const { kind, connectionId, repository, service, environment, patternId, unassigned, since, until, query } = filter;
  let failures = db.selectFrom('failure').where('failure.duplicateOf', 'is', null);
  if (kind !== undefined) failures = failures.where('failure.kind', '=', kind);
  if (connectionId !== undefined) failures = failures.where('failure.connectionId', '=', connectionId);
  if (repository !== undefined) failures = failures.where(isInRepository(repository));
  if (environment !== undefined) failures = failures.where(isInEnvironment(environment));
  if (service !== undefined) failures = failures.where(isOfService(service));
  if (since !== undefined) failures = failures.where('failure.occurredAt', '>=', since);
  if (until !== undefined) failures = failures.where('failure.occurredAt', '<', until);
  if (patternId !== undefined) {
    failures = failures.where('failure.id', 'in', (members) =>
      members.selectFrom('patternMember').select('failureId').where('patternId', '=', patternId),
    );
  }
  if (filter.episodeIds !== undefined) {
    const ids = filter.episodeIds;
    failures = failures.where('failure.id', 'in', (members) =>
      members.selectFrom('episodeMember').select('failureId').where('episodeId', 'in', ids),
    );
  }
  if (filter.isFailure === true) failures = failures.where(countsAsFailure);
  if (filter.isFailure === false) failures = failures.where(sql<SqlBool>`not ${countsAsFailure}`);
  if (unassigned === true) failures = failures.where(countsAsFailure).where(sql<SqlBool>`not ${isMember}`);
  if (unassigned === false) failures = failures.where(isMember);
  if (filter.isProvisional === true) failures = failures.where(isProvisional);
  if (filter.isProvisional === false) failures = failures.where(sql<SqlBool>`not ${isProvisional}`);
  if (query !== undefined) failures = failures.where(containsWords(searchedText, query));
  return failures;
}

/** Tests whether a failure names the service, or names none and its episode affected the service. */
function isOfService(service: string) {
  // Two lists instead of one condition with `or`, so that the index of services is used.
  return sql<SqlBool>`failure.id in (
    select named.id from failure as named where named.services ? ${service}
    union all
    select unnamed.id from observed_episode
    cross join lateral jsonb_array_elements_text(observed_episode.failure_ids) as member (id)
    join failure as unnamed on unnamed.id = member.id and unnamed.services = '[]'
    where observed_episode.services ? ${service})`;
}

export async function countFailures(db: Kysely<Database>): Promise<number> {
  return (await matching(db, {}).select(totalCountColumn).executeTakeFirstOrThrow()).total;
}

/** Returns how many rows count as failures but are in no pattern (`failures`), and how many count in total (`of`). */
export async function countUnassignedFailures(db: Kysely<Database>): Promise<{ failures: number; of: number }> {
  return matching(db, {})
    .leftJoin('patternMember', 'patternMember.failureId', 'failure.id')
    .where(countsAsFailure)
    .select([
      sql<number>`count(*)::integer`.as('of'),
      sql<number>`(count(*) filter (where pattern_member.failure_id is null))::integer`.as('failures'),
    ])
    .executeTakeFirstOrThrow();
}

/** The maximum length of a text in a list. Without this limit, a page of 200 failures could have 12 MB. */
const listedTextLength = 2_000;

const byTime: readonly OrderColumn[] = [
  { key: 'occurredAt', reference: 'failure.occurred_at', type: 'timestamptz' },
  { key: 'id', reference: 'failure.id', type: 'text' },
];
const columnsOf: Readonly<Record<FailureSort, readonly OrderColumn[]>> = {
  relevance: byTime,
  occurredAt: byTime,
  duration: [
    { key: 'durationSeconds', reference: 'failure.duration_seconds', type: 'float8', nullValue: -1 },
    ...byTime,
  ],
};

export async function listFailures(
  db: Kysely<Database>,
  countOf: CountCache,
  { sort = 'occurredAt', order: direction = 'desc', after, limit, ...filter }: FailureListOptions,
): Promise<ListPage<ListedFailure>> {
  const order = { columns: columnsOf[sort], direction };
  const { query, ...others } = filter;
  const isRanked = sort === 'relevance' && query !== undefined;
  const rows = matching(db, isRanked ? others : filter)
    .leftJoin('patternMember', 'patternMember.failureId', 'failure.id')
    .leftJoin('pattern', 'pattern.id', 'patternMember.patternId')
    .leftJoin('episodeMember', 'episodeMember.failureId', 'failure.id')
    .select(failureColumns.filter((column) => column !== 'failure.text'))
    .select(sql<string>`left(failure.text, ${sql.lit(listedTextLength)})`.as('text'))
    .select(['failure.duplicateOf', 'episodeMember.episodeId'])
    .select(listedFailureColumns)
    .select(createExcerptColumn(query));
  const count = () => countOf(filter, () => countListedRows(db, matching(db, filter)));
  const request = { order, after, limit, count };
  const page = isRanked
    ? await readRankedListPage(rankByTitle(rows, query), request)
    : await readListPage(rows, request);
  const items = page.items.map((item) => ({
    ...item,
    excerpt: item.excerpt && formatExcerpt(item.excerpt, item.text),
  }));
  return { ...page, items };
}

/**
 * Finds the rows that match the query, in three ranks: all its words are in the title, some are in the title or in the pattern's name,
 * and others.
 */
function rankByTitle<Tables, Table extends keyof Tables, Row>(
  rows: SelectQueryBuilder<Tables, Table, Row>,
  query: string,
): SelectQueryBuilder<Tables, Table, Row>[] {
  const hasAll = containsWords(sql`failure.title`, query);
  const hasAny = sql<SqlBool>`(${containsAnyWord(sql`failure.title`, query)} or failure.id in (
    select named_member.failure_id from pattern_member as named_member
    join pattern as named on named.id = named_member.pattern_id
    where ${containsAnyWord(sql`named.name`, query)}))`;
  // With `case`, PostgreSQL tests the short titles and names before it reads the long texts. It reorders conditions with `and`.
  const matchingWhere = (rank: RawBuilder<SqlBool>) =>
    rows.where(sql<SqlBool>`case when ${rank} then ${containsWords(searchedText, query)} else false end`);
  return [
    rows.where(hasAll),
    matchingWhere(sql<SqlBool>`${hasAny} and not ${hasAll}`),
    matchingWhere(sql<SqlBool>`not ${hasAny}`),
  ];
}
