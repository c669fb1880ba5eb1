import type {
  Cause,
  FailureKind,
  ImprovementState,
  Instant,
  PatternFacets,
  PatternJudgement,
  Recurrence,
  TrendDirection,
  Trigger,
} from '@refrain/domain';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { toJsonText } from '../sql/json-text.ts';
import { containsWords } from '../sql/list-page.ts';

/** Selects among all active patterns. */
export interface PatternFilter {
  /** Selects only patterns that contain a failure of this kind. */
  readonly kind?: FailureKind;
  readonly cause?: Cause;
  readonly trigger?: Trigger;
  readonly service?: string;
  readonly repository?: string;
  readonly recurrence?: Recurrence;
  /** Selects by whether the number of failures per week rises or falls. */
  readonly direction?: TrendDirection;
  /** Selects by people's judgements. By default, selects all patterns except dismissed ones. */
  readonly judgement?: PatternJudgement | 'none';
  /** The state of the pattern's improvement, or `none` for patterns without an improvement. */
  readonly improvement?: ImprovementState | 'none';
  readonly minEpisodes?: number;
  /** Selects only patterns whose last episode started at this time or later. */
  readonly since?: Instant;
  /** Words that must all occur in the name, the lesson or the terms. */
  readonly query?: string;
}

type Condition = RawBuilder<SqlBool>;
type Facet = keyof PatternFacets;

const isNotDismissed = sql<SqlBool>`pattern.judgement is distinct from 'dismissed'`;

export function createPatternConditions(filter: PatternFilter): Condition {
  return sql`${sql.join([...Object.values(createFacetConditions(filter)), createNonFacetConditions(filter)], sql` and `)}`;
}

export function createFacetConditions(filter: PatternFilter): Partial<Record<Facet, Condition>> {
  const { kind, cause, trigger, service, repository, recurrence, direction, judgement, improvement } = filter;
  const isMeasured = (as: Condition) =>
    sql<SqlBool>`exists (select from pattern_measurement where pattern_measurement.pattern_id = pattern.id and ${as})`;
  const hasImprovement = (as: Condition) =>
    sql<SqlBool>`exists (select from improvement where improvement.pattern_id = pattern.id and ${as})`;
  return {
    ...(kind && { kind: sql<SqlBool>`${countColumns[kind]} > 0` }),
    ...(cause && { cause: sql<SqlBool>`pattern.cause = ${cause}` }),
    ...(trigger && { trigger: sql<SqlBool>`pattern.trigger = ${trigger}` }),
    ...(service && { service: sql<SqlBool>`pattern.services @> ${toJsonText([service])}::jsonb` }),
    ...(repository && { repository: sql<SqlBool>`pattern.repositories @> ${toJsonText([repository])}::jsonb` }),
    ...(recurrence && { recurrence: isMeasured(sql`recurrence = ${recurrence}`) }),
    ...(direction && { direction: isMeasured(sql`direction = ${direction}`) }),
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
export function createNonFacetConditions({ minEpisodes, since, query }: PatternFilter): Condition {
  const conditions = [
    sql`pattern.retired_at is null`,
    ...(minEpisodes === undefined ? [] : [sql`pattern.episodes >= ${minEpisodes}`]),
    ...(since === undefined ? [] : [sql`pattern.last_at >= ${since}`]),
    ...(query === undefined ? [] : [containsWords(sql`pattern.searched`, query, 'lower')]),
  ];
  return sql`${sql.join(conditions, sql` and `)}`;
}

function isJudged(judgement: PatternJudgement | 'none'): Condition {
  return judgement === 'none' ? sql`pattern.judgement is null` : sql`pattern.judgement = ${judgement}`;
}

const countColumns: Readonly<Record<FailureKind, RawBuilder<number>>> = {
  incident: sql`pattern.incidents`,
  failed_deployment: sql`pattern.failed_deployments`,
  reverted_change: sql`pattern.reverted_changes`,
};
