import type {
  Cause,
  FailureKind,
  ImprovementState,
  ObservedPeriod,
  PatternFacets,
  PatternJudgement,
  Recurrence,
  TrendDirection,
  Trigger,
} from '@refrain/domain';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { toJsonText } from '../sql/json-text.ts';
import { containsWords } from '../sql/list-page.ts';
import { hasEpisodesIn } from './period-figures.ts';

/** Selects active patterns. */
export interface PatternFilter {
  /** Selects only patterns that contain a failure of this kind. */
  readonly kind?: FailureKind;
  readonly cause?: Cause;
  readonly trigger?: Trigger;
  /** The name of a mechanism. */
  readonly mechanism?: string;
  readonly service?: string;
  readonly repository?: string;
  readonly recurrence?: Recurrence;
  /** Selects by whether the number of failures per week rises or falls. */
  readonly direction?: TrendDirection;
  /** Selects by people's judgements. By default, selects all patterns except dismissed ones. */
  readonly judgement?: PatternJudgement | 'none';
  /** The state of the pattern's improvement, or `none` for patterns without an improvement. */
  readonly improvement?: ImprovementState | 'none';
  /** The minimum number of episodes in the period, or else of all time. */
  readonly minEpisodes?: number;
  /** Selects only patterns with an episode that began in the period. */
  readonly period?: ObservedPeriod;
  /** Words that must all occur in the name, the lesson or the terms. */
  readonly query?: string;
  /** Names of mechanisms, stated or likely. A pattern that has one of them matches the query even without its words. */
  readonly queryMechanisms?: readonly string[];
}

/** A pattern without a failure in this many days before the measurement is not rising, although its rate may have risen earlier. */
const maxRisingSilenceDays = 90;

/** The trend of a measured pattern. A rate that rose before the pattern went quiet is not rising now. */
export const currentDirection = sql<TrendDirection | null>`
  case when direction = 'rising' and (
    recurrence = 'quiet' or pattern.last_at < (select as_of from measurement) - make_interval(days => ${sql.lit(maxRisingSilenceDays)})
  ) then 'no_clear_change' else direction end`;

type Condition = RawBuilder<SqlBool>;
type Facet = keyof PatternFacets;

const isNotDismissed = sql<SqlBool>`pattern.judgement is distinct from 'dismissed'`;

export function createPatternConditions(filter: PatternFilter): Condition {
  return sql`${sql.join([...Object.values(createFacetConditions(filter)), createNonFacetConditions(filter)], sql` and `)}`;
}

function createFacetConditions(filter: PatternFilter): Partial<Record<Facet, Condition>> {
  const { kind, cause, trigger, mechanism, service, repository, recurrence, direction, judgement, improvement } =
    filter;
  const isMeasured = (as: Condition) =>
    sql<SqlBool>`exists (select from pattern_measurement where pattern_measurement.pattern_id = pattern.id and ${as})`;
  const hasImprovement = (as: Condition) =>
    sql<SqlBool>`exists (select from improvement where improvement.pattern_id = pattern.id and ${as})`;
  return {
    ...(kind && { kind: sql<SqlBool>`${countColumns[kind]} > 0` }),
    ...(cause && { cause: sql<SqlBool>`pattern.cause = ${cause}` }),
    ...(trigger && { trigger: sql<SqlBool>`pattern.trigger = ${trigger}` }),
    ...(mechanism && { mechanism: sql<SqlBool>`pattern.mechanism = ${mechanism}` }),
    ...(service && { service: sql<SqlBool>`pattern.services @> ${toJsonText([service])}::jsonb` }),
    ...(repository && { repository: sql<SqlBool>`pattern.repositories @> ${toJsonText([repository])}::jsonb` }),
    ...(recurrence && { recurrence: isMeasured(sql`recurrence = ${recurrence}`) }),
    ...(direction && { direction: isMeasured(sql`${currentDirection} = ${direction}`) }),
    judgement: judgement === undefined ? isNotDismissed : isJudged(judgement),
    ...(improvement && {
      improvement:
        improvement === 'none'
          ? sql<SqlBool>`not ${hasImprovement(sql`true`)}`
          : hasImprovement(sql`state = ${improvement}`),
    }),
  };
}

/** Returns the conditions of the filter that belong to no facet. */
function createNonFacetConditions({ minEpisodes, period, query, queryMechanisms = [] }: PatternFilter): Condition {
  const conditions = [
    sql`pattern.retired_at is null`,
    ...(period === undefined ? [] : [hasEpisodesIn(period, minEpisodes)]),
    ...(period !== undefined || minEpisodes === undefined ? [] : [sql`pattern.episodes >= ${minEpisodes}`]),
    ...(query === undefined ? [] : [matchesQuery(query, queryMechanisms)]),
  ];
  return sql`${sql.join(conditions, sql` and `)}`;
}

function matchesQuery(query: string, mechanisms: readonly string[]): Condition {
  const hasWords = containsWords(sql`pattern.searched`, query, 'lower');
  if (mechanisms.length === 0) return hasWords;
  const own = sql`coalesce(pattern.mechanism, pattern.scenario ->> 'likelyMechanism')`;
  return sql`(${hasWords} or ${own} in (${sql.join(mechanisms)}))`;
}

function isJudged(judgement: PatternJudgement | 'none'): Condition {
  return judgement === 'none' ? sql`pattern.judgement is null` : sql`pattern.judgement = ${judgement}`;
}

const countColumns: Readonly<Record<FailureKind, RawBuilder<number>>> = {
  incident: sql`pattern.incidents`,
  failed_deployment: sql`pattern.failed_deployments`,
  reverted_change: sql`pattern.reverted_changes`,
};

/** Maximum number of values per facet. Only mechanisms, services and repositories can have more. */
const maxValues = 100;

const valuesOf: Readonly<Record<Facet, RawBuilder<string>>> = {
  kind: sql`unnest(array[
    case when incidents > 0 then 'incident' end, case when failed_deployments > 0 then 'failed_deployment' end,
    case when reverted_changes > 0 then 'reverted_change' end])`,
  cause: sql`cause`,
  trigger: sql`trigger`,
  mechanism: sql`mechanism`,
  service: sql`jsonb_array_elements_text(services)`,
  repository: sql`jsonb_array_elements_text(repositories)`,
  recurrence: sql`recurrence`,
  direction: sql`direction`,
  judgement: sql`coalesce(judgement, 'none')`,
  improvement: sql`coalesce(state, 'none')`,
};
const facets = Object.keys(valuesOf) as Facet[];

/**
 * Counts the patterns for each value of each facet, highest count first. The counts of a facet ignore the condition of
 * that facet, but not the conditions of the other facets.
 */
export async function countPatternFacets(db: Kysely<Database>, filter: PatternFilter): Promise<PatternFacets> {
  const failed = Object.entries(createFacetConditions(filter)).map(
    ([facet, condition]) => sql`case when (${condition}) is not true then ${facet}::text end`,
  );
  const counts = facets.map(
    (facet) => sql`(
      select ${facet}::text as facet, value, count(*)::integer as count
      from (select ${valuesOf[facet]} as value from candidate where failed in ('', ${facet})) as shown
      where value is not null group by value order by count desc, value limit ${maxValues})`,
  );
  const { rows } = await sql<{ facet: Facet; value: string; count: number }>`
    with candidate as materialized (
      select
        incidents, failed_deployments, reverted_changes, cause, trigger, mechanism, services, repositories, judgement,
        recurrence, ${currentDirection} as direction, improvement.state, array_to_string(array[${sql.join(failed)}], ' ') as failed
      from pattern
      left join pattern_measurement on pattern_measurement.pattern_id = pattern.id
      left join improvement on improvement.pattern_id = pattern.id
      where ${createNonFacetConditions(filter)}
    )
    ${sql.join(counts, sql` union all `)}`.execute(db);
  const valuesIn = (facet: Facet) =>
    rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }));
  return Object.fromEntries(facets.map((facet) => [facet, valuesIn(facet)])) as PatternFacets;
}
