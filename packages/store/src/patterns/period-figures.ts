import { maxImpactHours, type ObservedPeriod, type WorstSeverity } from '@refrain/domain';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

/** The number of equal parts of a period in which episodes are counted. */
const parts = 12;

export interface EpisodeTimeline {
  /** The number of episodes in each twelfth of the period, oldest first. */
  readonly timeline: number[];
  /** The number of episodes in the period before. */
  episodesBefore: number;
  /** The number of episodes in the period with a known impact: those without an incident have none. */
  timedEpisodes: number;
}

export interface CountedPattern {
  readonly patternId: string;
  readonly episodes: number;
  /** The hours of the episodes, of which each counts at most `maxImpactHours`; null if no duration is known. */
  readonly impactHours: number | null;
}

/** The impact of one episode; null without a duration, which `least` would ignore. */
export const episodeImpact: RawBuilder<number | null> = sql`
  case when hours is not null then least(hours, ${sql.lit(maxImpactHours)}) end`;

/** The impact of each pattern over all time. */
export const sumAllImpact: RawBuilder<Pick<CountedPattern, 'patternId' | 'impactHours'>> = sql`(
  select pattern_id, sum(${episodeImpact}) as impact_hours from observed_episode group by pattern_id)`;

/**
 * Counts the episodes that began in the period, with their known hours, of each pattern with at least `minimum` of them. The
 * counts are materialised, so that no join computes them more than once.
 */
export function countEpisodesByPattern({ from, until }: ObservedPeriod, minimum = 1): RawBuilder<CountedPattern> {
  return sql`(
    with counted as materialized (
      select pattern_id, count(*)::integer as episodes, sum(${episodeImpact}) as impact_hours
      from observed_episode
      where started_at >= ${from} and started_at < ${until}
      group by pattern_id having count(*) >= ${minimum}
    )
    select * from counted)`;
}

/** Tests whether at least `minimum` episodes of a pattern began in the period. */
export function hasEpisodesIn(period: ObservedPeriod, minimum?: number): RawBuilder<SqlBool> {
  return sql`pattern.id in (select pattern_id from ${countEpisodesByPattern(period, minimum)} as counted)`;
}

/** Counts the episodes of each pattern by twelfths of the period, those with a known duration, and those of the period before. */
export async function countTimelines(
  db: Kysely<Database>,
  patternIds: readonly string[],
  { period: { from, until }, before }: { readonly period: ObservedPeriod; readonly before: ObservedPeriod | null },
): Promise<ReadonlyMap<string, EpisodeTimeline>> {
  const seconds = (instant: string) => sql`extract(epoch from ${instant}::timestamptz)`;
  // Part 0 is the time before the period.
  const { rows } = await sql<{ patternId: string; part: number; episodes: number; timed: number }>`
    select pattern_id, width_bucket(extract(epoch from started_at), ${seconds(from)}, ${seconds(until)}, ${sql.lit(parts)}) as part,
      count(*)::integer as episodes, count(*) filter (where hours is not null or not kinds @> '["incident"]')::integer as timed
    from observed_episode
    where pattern_id = any(${patternIds}) and started_at >= ${before?.from ?? from} and started_at < ${until}
    group by pattern_id, part`.execute(db);
  const timelines = new Map(
    patternIds.map((id) => [
      id,
      { timeline: Array.from({ length: parts }, () => 0), episodesBefore: 0, timedEpisodes: 0 },
    ]),
  );
  for (const { patternId, part, episodes, timed } of rows) {
    const counted = timelines.get(patternId);
    if (counted === undefined) continue;
    if (part === 0) counted.episodesBefore = episodes;
    else {
      counted.timeline[part - 1] = episodes;
      counted.timedEpisodes += timed;
    }
  }
  return timelines;
}

/** Counts the episodes of each pattern that began in the period by the severities of their failures, which may be several. */
export async function countSeverities(
  db: Kysely<Database>,
  patternIds: readonly string[],
  { from, until }: ObservedPeriod,
): Promise<ReadonlyMap<string, readonly WorstSeverity[]>> {
  const { rows } = await sql<{ readonly patternId: string; readonly severities: readonly WorstSeverity[] }>`
    select pattern_id, jsonb_agg(jsonb_build_object('severity', severity, 'episodes', episodes)) as severities
    from (
      select observed_episode.pattern_id, severity, count(distinct observed_episode.id) as episodes
      from observed_episode
      cross join lateral jsonb_array_elements_text(failure_ids) as member (id)
      join failure on failure.id = member.id
      where observed_episode.pattern_id = any(${patternIds}) and started_at >= ${from} and started_at < ${until}
        and lower(severity) not in ('', 'none')
      group by observed_episode.pattern_id, severity
    ) as counted
    group by pattern_id`.execute(db);
  return new Map(rows.map(({ patternId, severities }) => [patternId, severities]));
}
