import type { ImprovementState, ListedPattern, Pattern, PatternSort } from '@refrain/domain';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import type { CountCache } from '../sql/cached-counts.ts';
import type { OrderColumn } from '../sql/list-order.ts';
import { countListedRows, type ListPage, readListPage } from '../sql/list-page.ts';
import { createPatternConditions, currentDirection, type PatternFilter } from './pattern-filter.ts';
import { countEpisodesByPattern, episodeImpact, sumAllImpact } from './period-figures.ts';

/**
 * A listed pattern without its teams, which follow from the catalogue, and without its timeline and severity, which the list does
 * not need for its order.
 */
export type StoredListedPattern = Omit<
  ListedPattern,
  'teams' | 'timeline' | 'episodesBefore' | 'timedEpisodes' | 'worstSeverity'
>;

export interface PatternListOptions extends PatternFilter {
  readonly sort?: PatternSort;
  /** By default, the highest value or the newest date comes first, and names are in alphabetical order. */
  readonly order?: 'asc' | 'desc';
  readonly after?: string;
  readonly limit: number;
}

export async function listPatterns(
  db: Kysely<Database>,
  countOf: CountCache,
  { sort = 'harm', order: direction, after, limit, ...filter }: PatternListOptions,
): Promise<ListPage<StoredListedPattern>> {
  const { period, minEpisodes, ...properties } = filter;
  const request = {
    order: {
      columns: listSortColumns(period === undefined ? allTime : inPeriod)[sort],
      direction: direction ?? (sort === 'name' ? ('asc' as const) : ('desc' as const)),
    },
    after,
    limit,
    count: () => countOf(filter, () => countListedRows(db, matching(db, filter))),
  };
  const rows = matching(db, period === undefined ? filter : properties)
    .leftJoin('patternMeasurement', 'patternMeasurement.patternId', 'pattern.id')
    .leftJoin('improvement', 'improvement.patternId', 'pattern.id')
    .select(patternColumns)
    .select(['patternMeasurement.recurrence', currentDirection.as('direction'), 'patternMeasurement.probability30'])
    .select(['improvement.id as improvementId', 'improvement.state as improvementState', 'improvement.issueUrl']);
  const page =
    period === undefined
      ? await readListPage(
          rows
            .$if(sort === 'impactHours', (ranked) =>
              ranked.leftJoin(sumAllImpact.as('whole'), 'whole.patternId', 'pattern.id').select('whole.impactHours'),
            )
            // Without this order, only the listed patterns need their impact, which is computed after the limit.
            .$if(sort !== 'impactHours', (unranked) => unranked.select(impactOfListed.as('impactHours'))),
          request,
        )
      : await readListPage(
          rows
            .innerJoin(countEpisodesByPattern(period, minEpisodes).as('counted'), 'counted.patternId', 'pattern.id')
            // These episodes replace those of all time, because the later of two equal column names counts.
            .select(['counted.episodes', 'counted.impactHours']),
          request,
        );
  return { ...page, items: page.items.map(toListed) };
}

export async function listAllPatterns(db: Kysely<Database>): Promise<Pattern[]> {
  const rows = await db
    .selectFrom('pattern')
    .select(patternColumns)
    .where('retiredAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(convertPatternRow);
}

function matching(db: Kysely<Database>, filter: PatternFilter) {
  return db.selectFrom('pattern').where(createPatternConditions(filter));
}

export const patternColumns = [
  'pattern.id',
  'pattern.name',
  'pattern.lesson',
  'pattern.scenario',
  'pattern.terms',
  'pattern.cause',
  'pattern.trigger',
  'pattern.causes',
  'pattern.triggers',
  'pattern.mechanism',
  'pattern.services',
  'pattern.repositories',
  'pattern.confidence',
  'pattern.incidents',
  'pattern.failedDeployments',
  'pattern.revertedChanges',
  'pattern.episodes',
  'pattern.harm',
  'pattern.firstAt',
  'pattern.lastAt',
  'pattern.judgement',
] as const;

const impactOfListed = sql<number | null>`(
  select sum(${episodeImpact}) from observed_episode where pattern_id = pattern.id)`;

const id: OrderColumn = { key: 'id', reference: 'pattern.id', type: 'text' };
const lastAt: OrderColumn = { key: 'lastAt', reference: 'pattern.last_at', type: 'timestamptz' };

interface FigureColumns {
  readonly episodes: string;
  readonly impactHours: string;
}

const allTime: FigureColumns = { episodes: 'pattern.episodes', impactHours: 'whole.impact_hours' };
const inPeriod: FigureColumns = { episodes: 'counted.episodes', impactHours: 'counted.impact_hours' };

function listSortColumns(figures: FigureColumns): Readonly<Record<PatternSort, readonly OrderColumn[]>> {
  const episodes: OrderColumn = { key: 'episodes', reference: figures.episodes, type: 'integer' };
  return {
    harm: [{ key: 'harm', reference: 'pattern.harm', type: 'float8' }, lastAt, id],
    episodes: [episodes, lastAt, id],
    lastAt: [lastAt, id],
    firstAt: [{ key: 'firstAt', reference: 'pattern.first_at', type: 'timestamptz' }, id],
    impactHours: [
      { key: 'impactHours', reference: figures.impactHours, type: 'float8', nullValue: -1 },
      episodes,
      lastAt,
      id,
    ],
    name: [{ key: 'name', reference: 'pattern.name', type: 'text' }, id],
  };
}

type PatternRow = Omit<
  Selectable<Database['pattern']>,
  'fingerprint' | 'searched' | 'createdAt' | 'retiredAt' | 'reportPendingSince'
>;

/**
 * Copies each field, because objects made by rest syntax (`...rest`) stay in memory until the next full garbage
 * collection (Node 20).
 */
export function convertPatternRow(row: PatternRow): Pattern {
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
    harm: row.harm,
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
    ...(row.mechanism === null ? {} : { mechanism: row.mechanism }),
    ...(row.judgement === null ? {} : { judgement: row.judgement }),
  };
}

interface ListedRow
  extends PatternRow,
    Pick<ListedPattern, 'recurrence' | 'direction' | 'probability30'>,
    Partial<Pick<ListedPattern, 'impactHours'>> {
  readonly improvementId: string | null;
  readonly improvementState: ImprovementState | null;
  readonly issueUrl: string | null;
}

function toListed(row: ListedRow): StoredListedPattern {
  const { improvementId: id, improvementState: state, issueUrl } = row;
  return {
    ...convertPatternRow(row),
    judgement: row.judgement,
    recurrence: row.recurrence,
    direction: row.direction,
    probability30: row.probability30,
    impactHours: row.impactHours ?? null,
    improvement: id === null || state === null ? null : { id, state, issueUrl },
  };
}
