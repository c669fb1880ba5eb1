import {
  type FixOutcome,
  Improvement,
  type ImprovementSort,
  ImprovementState,
  type Instant,
  type ListedImprovement,
  type ObservedPeriod,
  type OverviewTask,
  type PeriodFigures,
} from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { type CountedPattern, countEpisodesByPattern, sumAllImpact } from '../patterns/period-figures.ts';
import type { Database } from '../schema/database.ts';
import type { CountCache } from '../sql/cached-counts.ts';
import { toJsonText } from '../sql/json-text.ts';
import type { OrderColumn } from '../sql/list-order.ts';
import { countListedRows, type ListPage, readListPage } from '../sql/list-page.ts';

/** A listed improvement without the name of its guardrail and without its teams, which follow from the catalogue. */
export interface StoredListedImprovement extends Omit<ListedImprovement, 'guardrailName' | 'effortDays' | 'teams'> {
  /** The repositories of the pattern. */
  readonly repositories: string[];
}

export interface ImprovementListOptions {
  readonly state?: ImprovementState;
  /** A pattern has at most one improvement. */
  readonly patternId?: string;
  readonly repository?: string;
  readonly service?: string;
  /** Only improvements of these patterns. */
  readonly patternIds?: readonly string[];
  /** The period of the episodes and hours. By default all time. */
  readonly period?: ObservedPeriod;
  /** By default the time of the proposal. */
  readonly sort?: ImprovementSort;
  /** By default `desc`: newest or highest first. */
  readonly order?: 'asc' | 'desc';
  readonly after?: string;
  readonly limit: number;
}

export interface ImprovementLocations {
  readonly patternId: string;
  readonly services: string[];
  readonly repositories: string[];
}

export interface OpenIssueCounts {
  /** The number of open issues, and of approved improvements without an issue yet, by repository. */
  readonly open: ReadonlyMap<string, number>;
  /** Includes approved improvements whose issue does not exist yet. */
  readonly byPolicySince: number;
}

export const improvementColumns = Improvement.keyof().options;

const id: OrderColumn = { key: 'id', reference: 'improvement.id', type: 'text' };
const createdAt: OrderColumn = { key: 'createdAt', reference: 'improvement.created_at', type: 'timestamptz' };

const orderColumns: Readonly<Record<ImprovementSort, readonly OrderColumn[]>> = {
  createdAt: [createdAt, id],
  stateSince: [{ key: 'stateSince', reference: 'improvement.state_since', type: 'timestamptz' }, id],
  impactHours: [
    { key: 'impactHours', reference: 'counted.impact_hours', type: 'float8', nullValue: -1 },
    createdAt,
    id,
  ],
};

/** Omits a proposal whose pattern was dismissed, or no longer exists since a clustering. It returns with its pattern. */
const isCurrent = sql<SqlBool>`(improvement.state <> 'proposed' or exists (
  select from pattern
  where pattern.id = improvement.pattern_id and retired_at is null and judgement is distinct from 'dismissed'))`;

/** The episodes and hours of all time of each pattern. */
const countAllEpisodes = sql<CountedPattern>`(
  select pattern.id as pattern_id, episodes, impact_hours
  from pattern left join ${sumAllImpact} as whole on whole.pattern_id = pattern.id)`;

export function createImprovementReadQueries(db: Kysely<Database>, countOf: CountCache) {
  const improvements = () => db.selectFrom('improvement').select(improvementColumns);

  return {
    async find(id: string): Promise<Improvement | null> {
      return (await improvements().where('id', '=', id).executeTakeFirst()) ?? null;
    },

    /** Returns whether the issue of the improvement may exist at GitHub although no issue is recorded. */
    async isOpening(id: string): Promise<boolean> {
      const row = await db.selectFrom('improvement').select('opening').where('id', '=', id).executeTakeFirst();
      return row?.opening ?? false;
    },

    async list({
      sort = 'createdAt',
      order: direction = 'desc',
      period,
      after,
      limit,
      ...filter
    }: ImprovementListOptions): Promise<ListPage<StoredListedImprovement>> {
      const order = { columns: orderColumns[sort], direction };
      const matching = () => {
        let query = db.selectFrom('improvement');
        if (filter.state !== undefined) query = query.where('improvement.state', '=', filter.state);
        query =
          filter.patternId === undefined
            ? query.where(isCurrent)
            : query.where('improvement.patternId', '=', filter.patternId);
        if (filter.repository !== undefined) query = query.where('improvement.repository', '=', filter.repository);
        if (filter.patternIds !== undefined)
          query = query.where(sql<SqlBool>`improvement.pattern_id = any(${filter.patternIds})`);
        if (filter.service !== undefined)
          query = query.where(
            sql<SqlBool>`exists (select from pattern where pattern.id = improvement.pattern_id and services @> ${toJsonText([filter.service])}::jsonb)`,
          );
        return query;
      };
      const count = () => countOf(filter, () => countListedRows(db, matching()));
      const rows = matching()
        .innerJoin('pattern', 'pattern.id', 'improvement.patternId')
        .leftJoin(
          (period === undefined ? countAllEpisodes : countEpisodesByPattern(period)).as('counted'),
          'counted.patternId',
          'pattern.id',
        )
        .select(Improvement.keyof().options.map((column) => `improvement.${column}` as const))
        .select(['pattern.name as patternName', 'pattern.services', 'pattern.repositories', 'pattern.lastAt'])
        .select(sql<number>`coalesce(counted.episodes, 0)`.as('episodes'))
        .select('counted.impactHours');
      return readListPage(rows, { order, after, limit, count });
    },

    /** Lists the services and repositories of the patterns that have an improvement. */
    listLocations(): Promise<ImprovementLocations[]> {
      return db
        .selectFrom('improvement')
        .innerJoin('pattern', 'pattern.id', 'improvement.patternId')
        .select(['pattern.id as patternId', 'pattern.services', 'pattern.repositories'])
        .execute();
    },

    async findByPattern(patternId: string): Promise<Improvement | null> {
      return (await improvements().where('patternId', '=', patternId).executeTakeFirst()) ?? null;
    },

    async findByIssue(repository: string, number: number): Promise<Improvement | null> {
      const found = improvements().where('repository', '=', repository).where('issueNumber', '=', number);
      return (await found.orderBy('id').limit(1).executeTakeFirst()) ?? null;
    },

    /**
     * Lists the improvements whose issue is to be opened or closed, and those whose issue may exist without being
     * recorded, oldest first.
     */
    listPendingIssues(): Promise<Improvement[]> {
      return improvements()
        .where((is) =>
          is.or([
            is('state', '=', 'approved'),
            is('opening', '=', true),
            is.and([is('state', 'in', ['proposed', 'declined']), is('issueState', '=', 'open')]),
          ]),
        )
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
    },

    /** Lists proposals that the policy may approve, costliest failures first. Omits those that are snoozed, whose pattern was dismissed or no longer exists, or that a person has withdrawn. */
    listForPolicy(limit: number): Promise<Improvement[]> {
      return improvements()
        .where('state', '=', 'proposed')
        .where('repository', 'is not', null)
        .where(sql<SqlBool>`last_decision ->> 'kind' is distinct from 'undo'`)
        .where(isCurrent)
        .where((is) => is.or([is('snoozedUntil', 'is', null), is('snoozedUntil', '<', sql<Instant>`now()`)]))
        .orderBy('peopleHours', (order) => order.desc().nullsLast())
        .orderBy('id')
        .limit(limit)
        .execute();
    },

    /** Counts the open issues, and the issues that the policy has recently approved. The policy limits both numbers. */
    async countOpened(since: Instant): Promise<OpenIssueCounts> {
      const open = await db
        .selectFrom('improvement')
        .select(['repository', sql<number>`count(*)::int`.as('count')])
        .where((is) => is.or([is('issueState', '=', 'open'), is('state', '=', 'approved')]))
        .groupBy('repository')
        .execute();
      const { count } = await db
        .selectFrom('improvement')
        .select(sql<number>`count(*)::int`.as('count'))
        .where(sql<SqlBool>`approver ->> 'via' = 'policy'`)
        .where((is) => is.or([is('openedAt', '>=', since), is('state', '=', 'approved')]))
        .executeTakeFirstOrThrow();
      return { open: new Map(open.map(({ repository, count: of }) => [repository ?? '', of])), byPolicySince: count };
    },

    /** Counts improvements in every state, including zeros. */
    async countByState(): Promise<Record<ImprovementState, number>> {
      const rows = await db
        .selectFrom('improvement')
        .select(['state', sql<number>`count(*)::int`.as('count')])
        .where(isCurrent)
        .groupBy('state')
        .execute();
      const counts = new Map(rows.map(({ state, count }) => [state, count]));
      return Object.fromEntries(ImprovementState.options.map((state) => [state, counts.get(state) ?? 0])) as Record<
        ImprovementState,
        number
      >;
    },

    /** Returns the current state of each of the improvements, by id. */
    async listCurrentStates(
      ids: readonly string[],
    ): Promise<ReadonlyMap<string, Pick<Improvement, 'state' | 'stateSince'>>> {
      const { rows } = await sql<Pick<Improvement, 'id' | 'state' | 'stateSince'>>`
        select id, state, state_since from improvement where id = any(${ids})`.execute(db);
      return new Map(rows.map(({ id, ...state }) => [id, state]));
    },

    /** Counts the verdicts on fixes that were made in the period. A later verdict replaces an earlier one. */
    async countFixVerdicts({
      from,
      until,
    }: ObservedPeriod): Promise<Pick<PeriodFigures, 'fixesVerified' | 'fixesRecurred'>> {
      return db
        .selectFrom('improvement')
        .select([
          sql<number>`(count(*) filter (where state = 'verified'))::integer`.as('fixesVerified'),
          sql<number>`(count(*) filter (where state = 'recurred'))::integer`.as('fixesRecurred'),
        ])
        .where('stateSince', '>=', from)
        .where('stateSince', '<', until)
        .executeTakeFirstOrThrow();
    },

    /**
     * Lists improvements that wait for a person, those with most impact first. Omits snoozed improvements, dismissed patterns, and
     * patterns without an episode in the period.
     */
    async listUndecided(
      state: 'recurred' | 'proposed',
      { period, limit }: { readonly period?: ObservedPeriod; readonly limit: number },
    ): Promise<OverviewTask[]> {
      const counted = period === undefined ? countAllEpisodes : countEpisodesByPattern(period);
      const { rows } = await sql<OverviewTask>`
        select
          ${state === 'recurred' ? 'recurred' : 'approve'}::text as kind, pattern.id as pattern_id, pattern.name, counted.episodes,
          counted.impact_hours, last_at, judgement, jsonb_build_object('id', improvement.id, 'state', state) as improvement
        from improvement
        join pattern on pattern.id = improvement.pattern_id and retired_at is null and judgement is distinct from 'dismissed'
        join ${counted} as counted on counted.pattern_id = pattern.id
        where state = ${state} and (snoozed_until is null or snoozed_until < now())
        order by counted.impact_hours desc nulls last, counted.episodes desc, last_at desc, pattern.id desc
        limit ${limit}`.execute(db);
      return rows;
    },

    /** Lists improvements whose fix was verified or followed by a recurrence, newest verdict first. */
    listFixOutcomes(limit: number): Promise<FixOutcome[]> {
      return db
        .selectFrom('improvement')
        .select(['id', 'patternId', 'title', 'stateSince', sql<FixOutcome['state']>`state`.as('state')])
        .select(sql<string | null>`effect #>> '{explanation,0}'`.as('explanation'))
        .where('state', 'in', ['verified', 'recurred'])
        .orderBy('stateSince', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
    },
  };
}
