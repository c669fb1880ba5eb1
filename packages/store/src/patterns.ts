import type { Cause, FailureKind, LineageEvent, Membership, Pattern } from '@refrain/domain';
import { type Kysely, type Selectable, type SqlBool, sql } from 'kysely';
import { decodeCursor, encodeCursor, isInstantAndId } from './cursor.ts';
import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { readInputVersion } from './input-version.ts';
import { toJsonText } from './json-text.ts';
import { countOfAll, holdsWords, type ListPage, toListPage } from './list-page.ts';
import { type GroupingResult, writeGrouping } from './write-grouping.ts';

export interface PatternFilter {
  /** Only patterns with a member of this kind. */
  readonly kind?: FailureKind;
  readonly cause?: Cause;
  readonly service?: string;
  /** Words that must all stand in the name, the lesson or the terms. */
  readonly query?: string;
  /** `next` of the page before, of the same sort. */
  readonly after?: string;
  /** Page size, at least 1. */
  readonly limit: number;
  /** Most episodes first (the default), or newest first. */
  readonly sort?: 'episodes' | 'lastAt';
}

export interface PatternQueries {
  /**
   * Makes the stored grouping be this one, in one transaction under a lock. Patterns that are absent are retired, an id
   * that comes back is live again; what is the same already is not written.
   * @returns the live patterns whose content or members changed
   */
  writeGrouping(grouping: GroupingResult): Promise<{ changedPatternIds: string[] }>;
  /** Live patterns only. @throws {AppError} `invalid_input` for a cursor that is not ours */
  list(filter: PatternFilter): Promise<ListPage<Pattern>>;
  /** Null also for a retired one; its lineage stays. */
  find(id: string): Promise<Pattern | null>;
  /** As of the last regrouping, surest first; so all members. */
  listMembers(id: string): Promise<Membership[]>;
  listAllMembers(): Promise<{ patternId: string; failureId: string }[]>;
  /** Where it came from and where it went, oldest first. */
  lineage(id: string): Promise<LineageEvent[]>;
  /** Digest of what the present grouping was made from; null before the first. */
  inputVersion(): Promise<string | null>;
  /** Digest of the failures, changes and corrections that are stored now; a function of their content alone. */
  currentInputVersion(): Promise<string>;
}

export function createPatternQueries(db: Kysely<Database>): PatternQueries {
  function matching(filter: PatternFilter) {
    let query = db.selectFrom('pattern').where('retiredAt', 'is', null);
    if (filter.kind !== undefined) query = query.where(countColumns[filter.kind], '>', 0);
    if (filter.cause !== undefined) query = query.where('cause', '=', filter.cause);
    if (filter.service !== undefined) {
      query = query.where(sql<SqlBool>`services @> ${toJsonText([filter.service])}::jsonb`);
    }
    if (filter.query !== undefined) {
      query = query.where(holdsWords(sql`name || ' ' || lesson || ' ' || terms::text`, filter.query));
    }
    return query;
  }

  async function stateColumn(): Promise<string | null> {
    const row = await db.selectFrom('groupingState').select('inputVersion').executeTakeFirst();
    return row?.inputVersion ?? null;
  }

  return {
    writeGrouping: (grouping) => inTransaction(db, (transaction) => writeGrouping(transaction, grouping)),

    async list(filter) {
      const sort = filter.sort ?? 'episodes';
      const { total } = await matching(filter).select(countOfAll).executeTakeFirstOrThrow();
      let query = matching(filter).select(patternColumns);
      if (filter.after !== undefined) query = query.where(isAfter(filter.after, sort));
      if (sort === 'episodes') query = query.orderBy('episodes', 'desc');
      const rows = await query
        .orderBy('lastAt', 'desc')
        .orderBy('id', 'desc')
        .limit(filter.limit + 1)
        .execute();
      return toListPage(rows.map(toPattern), filter.limit, total, (last) => cursorOf(last, sort));
    },

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

    inputVersion: stateColumn,
    currentInputVersion: () => readInputVersion(db),
  };
}

const countColumns = {
  incident: 'incidents',
  failed_deployment: 'failedDeployments',
  reverted_change: 'revertedChanges',
} as const;

const patternColumns = [
  'id',
  'name',
  'lesson',
  'scenario',
  'terms',
  'cause',
  'trigger',
  'causes',
  'triggers',
  'services',
  'repositories',
  'confidence',
  'incidents',
  'failedDeployments',
  'revertedChanges',
  'episodes',
  'firstAt',
  'lastAt',
] as const;

type PatternRow = Pick<Selectable<Database['pattern']>, (typeof patternColumns)[number]>;

function toPattern({
  incidents,
  failedDeployments,
  revertedChanges,
  causes,
  triggers,
  scenario,
  ...row
}: PatternRow): Pattern {
  return {
    ...row,
    ...(scenario === null ? {} : { scenario }),
    ...(causes === null ? {} : { causes }),
    ...(triggers === null ? {} : { triggers }),
    kinds: { incident: incidents, failed_deployment: failedDeployments, reverted_change: revertedChanges },
  };
}

function cursorOf(last: Pattern, sort: 'episodes' | 'lastAt'): string {
  return encodeCursor(sort, sort === 'episodes' ? [last.episodes, last.lastAt, last.id] : [last.lastAt, last.id]);
}

function isAfter(cursor: string, sort: 'episodes' | 'lastAt') {
  if (sort === 'lastAt') {
    const [lastAt, id] = decodeCursor(cursor, sort, isInstantAndId);
    return sql<SqlBool>`(last_at, id) < (${lastAt}::timestamptz, ${id}::text)`;
  }
  const [episodes, lastAt, id] = decodeCursor(cursor, sort, isCountInstantAndId);
  return sql<SqlBool>`(episodes, last_at, id) < (${episodes}::integer, ${lastAt}::timestamptz, ${id}::text)`;
}

function isCountInstantAndId(values: readonly unknown[]): values is readonly [number, string, string] {
  return Number.isInteger(values[0]) && isInstantAndId(values.slice(1));
}
