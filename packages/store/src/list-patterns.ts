import type { Cause, FailureKind, Instant, Pattern, Trigger } from '@refrain/domain';
import { type Kysely, type Selectable, type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import { toJsonText } from './json-text.ts';
import type { CountOf } from './kept-counts.ts';
import type { ListOrder, OrderColumn } from './list-order.ts';
import { countListed, holdsWords, type ListPage } from './list-page.ts';
import { readPage } from './read-page.ts';

/** Of all that live. */
export interface PatternFilter {
  /** Only patterns with a member of this kind. */
  readonly kind?: FailureKind;
  readonly cause?: Cause;
  readonly trigger?: Trigger;
  readonly service?: string;
  readonly repository?: string;
  /** With so many episodes or more. */
  readonly minEpisodes?: number;
  /** Whose last episode began then or later. */
  readonly since?: Instant;
  /** Words that must all stand in the name, the lesson or the terms. */
  readonly query?: string;
}

export interface PatternListing extends PatternFilter {
  /** Most episodes first, unless told. */
  readonly sort?: 'episodes' | 'lastAt' | 'firstAt' | 'name';
  /** Unless told, the most, the newest, or the first of the alphabet first. */
  readonly order?: 'asc' | 'desc';
  /** `next` of the page before, of the same order. */
  readonly after?: string;
  /** Page size, at least 1. */
  readonly limit: number;
}

export async function listPatterns(
  db: Kysely<Database>,
  countOf: CountOf,
  { sort = 'episodes', order: direction, after, limit, ...filter }: PatternListing,
): Promise<ListPage<Pattern>> {
  const order: ListOrder = {
    columns: columnsOf[sort],
    direction: direction ?? (sort === 'name' ? 'asc' : 'desc'),
  };
  const count = () => countOf(filter, () => countListed(db, matching(db, filter)));
  const page = await readPage(matching(db, filter).select(patternColumns), { order, after, limit, count });
  return { ...page, items: page.items.map(toPattern) };
}

function matching(db: Kysely<Database>, filter: PatternFilter) {
  const { kind, cause, trigger, service, repository, minEpisodes, since, query } = filter;
  let patterns = db.selectFrom('pattern').where('retiredAt', 'is', null);
  if (kind !== undefined) patterns = patterns.where(countColumns[kind], '>', 0);
  if (cause !== undefined) patterns = patterns.where('cause', '=', cause);
  if (trigger !== undefined) patterns = patterns.where('trigger', '=', trigger);
  if (service !== undefined) patterns = patterns.where(sql<SqlBool>`services @> ${toJsonText([service])}::jsonb`);
  if (repository !== undefined) {
    patterns = patterns.where(sql<SqlBool>`repositories @> ${toJsonText([repository])}::jsonb`);
  }
  if (minEpisodes !== undefined) patterns = patterns.where('episodes', '>=', minEpisodes);
  if (since !== undefined) patterns = patterns.where('lastAt', '>=', since);
  if (query !== undefined) {
    patterns = patterns.where(holdsWords(sql`searched`, query, 'lower'));
  }
  return patterns;
}

const countColumns = {
  incident: 'incidents',
  failed_deployment: 'failedDeployments',
  reverted_change: 'revertedChanges',
} as const;

export const patternColumns = [
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

const id: OrderColumn = { key: 'id', reference: 'id', type: 'text' };
const lastAt: OrderColumn = { key: 'lastAt', reference: 'last_at', type: 'timestamptz' };
const columnsOf: Readonly<Record<NonNullable<PatternListing['sort']>, readonly OrderColumn[]>> = {
  episodes: [{ key: 'episodes', reference: 'episodes', type: 'integer' }, lastAt, id],
  lastAt: [lastAt, id],
  firstAt: [{ key: 'firstAt', reference: 'first_at', type: 'timestamptz' }, id],
  name: [{ key: 'name', reference: 'name', type: 'text' }, id],
};

type PatternRow = Pick<Selectable<Database['pattern']>, (typeof patternColumns)[number]>;

/** Each field by its name: objects that take the rest of another one live until the whole heap is gone through (Node 20). */
export function toPattern(row: PatternRow): Pattern {
  return {
    id: row.id,
    name: row.name,
    lesson: row.lesson,
    terms: row.terms,
    cause: row.cause,
    trigger: row.trigger,
    services: row.services,
    repositories: row.repositories,
    confidence: row.confidence,
    episodes: row.episodes,
    firstAt: row.firstAt,
    lastAt: row.lastAt,
    kinds: {
      incident: row.incidents,
      failed_deployment: row.failedDeployments,
      reverted_change: row.revertedChanges,
    },
    ...(row.scenario === null ? {} : { scenario: row.scenario }),
    ...(row.causes === null ? {} : { causes: row.causes }),
    ...(row.triggers === null ? {} : { triggers: row.triggers }),
  };
}
