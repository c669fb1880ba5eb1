import { type Cause, dayInMs, type Instant, type RelatedService, type ServicePattern } from '@refrain/domain';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { currentDirection } from '../patterns/pattern-filter.ts';
import type { Database } from '../schema/database.ts';
import { toJsonText } from '../sql/json-text.ts';

type LocationKind = 'service' | 'repository';

export interface FailingLocation {
  readonly name: string;
  readonly kind: LocationKind;
}

export interface LocationCounts {
  /** Episodes in the last 90 days, and in the 90 days before. */
  readonly episodes: number;
  readonly episodesBefore: number;
  /** The known hours of the episodes in the last 90 days; null if no duration is known. */
  readonly impactHours: number | null;
  /** Episodes in each twelfth of the last 365 days, oldest first. */
  readonly months: number[];
  readonly lastAt: Instant;
  readonly patterns: number;
}

export interface CountedLocation extends FailingLocation, LocationCounts {}

const maxPatterns = 50;
const maxRelated = 12;
const monthInSeconds = (365 * dayInMs) / 12 / 1_000;

/** Reads the observations by location: a service, or a repository with episodes of which no service is known. */
export function createServiceQueries(db: Kysely<Database>) {
  const countsAt = (asOf: Instant) => sql`
    count(*) filter (where started_at >= ${asOf}::timestamptz - interval '90 days')::integer as episodes,
    count(*) filter (where started_at >= ${asOf}::timestamptz - interval '180 days'
      and started_at < ${asOf}::timestamptz - interval '90 days')::integer as episodes_before,
    sum(hours) filter (where started_at >= ${asOf}::timestamptz - interval '90 days') as impact_hours,
    array[${sql.join(Array.from({ length: 12 }, (_, at) => sql`count(*) filter (where month = ${11 - at})::integer`))}] as months,
    max(started_at) as last_at,
    count(distinct pattern.id) filter (where month < 12)::integer as patterns`;
  const monthAt = (asOf: Instant) =>
    sql`floor(extract(epoch from ${asOf}::timestamptz - started_at) / ${monthInSeconds}::float8)::integer as month`;
  const joinPattern = sql`
    left join pattern on pattern.id = pattern_id and retired_at is null and judgement is distinct from 'dismissed'`;

  return {
    /** Counts the episodes before `asOf` by location, sorted by name. Too slow to be called for every request. */
    async countEpisodesByLocation(asOf: Instant): Promise<CountedLocation[]> {
      const { rows } = await sql<CountedLocation>`
        with place as (
          select 'service' as kind, name, pattern_id, started_at, hours, ${monthAt(asOf)}
          from observed_episode cross join lateral jsonb_array_elements_text(services) as said (name)
          where started_at < ${asOf}
          union all
          select 'repository', name, pattern_id, started_at, hours, ${monthAt(asOf)}
          from observed_episode cross join lateral jsonb_array_elements_text(repositories) as said (name)
          where services = '[]' and started_at < ${asOf}
        )
        select place.kind, place.name, ${countsAt(asOf)}
        from place ${joinPattern}
        group by place.kind, place.name order by place.name, place.kind`.execute(db);
      return rows;
    },

    /** Returns the counts of one location; null if it has no episode. */
    async countEpisodesAt(location: FailingLocation, asOf: Instant): Promise<LocationCounts | null> {
      const { rows } = await sql<LocationCounts>`
        select ${countsAt(asOf)}
        from (
          select pattern_id, started_at, hours, ${monthAt(asOf)} from observed_episode
          where ${isAt(location)} and started_at < ${asOf}
        ) as place ${joinPattern}
        having count(*) > 0`.execute(db);
      return rows[0] ?? null;
    },

    /** Lists the patterns with an episode at the location since `since`, most episodes first, without dismissed ones. */
    async listPatternsAt(location: FailingLocation, since: Instant, until: Instant): Promise<ServicePattern[]> {
      const { rows } = await sql<ServicePattern>`
        select pattern.id, pattern.name, pattern.cause, here.episodes, here.impact_hours, here.last_at, recurrence, ${currentDirection} as direction,
          case when improvement.id is not null
            then jsonb_build_object('id', improvement.id, 'state', improvement.state) end as improvement
        from (
          select pattern_id, count(*)::integer as episodes, sum(hours) as impact_hours, max(started_at) as last_at
          from observed_episode
          where ${isAt(location)} and started_at >= ${since} and started_at < ${until} group by pattern_id
        ) as here
        join pattern on pattern.id = here.pattern_id and retired_at is null and judgement is distinct from 'dismissed'
        left join pattern_measurement on pattern_measurement.pattern_id = pattern.id
        left join improvement on improvement.pattern_id = pattern.id
        order by here.episodes desc, here.last_at desc, pattern.id
        limit ${maxPatterns}`.execute(db);
      return rows;
    },

    /** Counts the episodes at the location by cause, most first. */
    async countCausesAt(location: FailingLocation, since: Instant, until: Instant) {
      const { rows } = await sql<{ cause: Cause; episodes: number }>`
        select cause, count(*)::integer as episodes from observed_episode
        where ${isAt(location)} and started_at >= ${since} and started_at < ${until}
        group by cause order by episodes desc, cause`.execute(db);
      return rows;
    },

    /** Counts the episodes in which another service failed together with this one, most first. */
    async countSharedEpisodes(service: string, since: Instant, until: Instant) {
      const { rows } = await sql<Pick<RelatedService, 'name' | 'sharedEpisodes'>>`
        select name, count(*)::integer as shared_episodes
        from observed_episode cross join lateral jsonb_array_elements_text(services) as said (name)
        where services ? ${service} and name <> ${service} and started_at >= ${since} and started_at < ${until}
        group by name order by shared_episodes desc, name limit ${maxRelated}`.execute(db);
      return rows;
    },

    /** Lists the repositories with observed changes, sorted. */
    async listChangedRepositories(): Promise<string[]> {
      const rows = await db
        .selectFrom('observedChange')
        .select('repository')
        .distinct()
        .orderBy('repository')
        .execute();
      return rows.map(({ repository }) => repository);
    },
  };
}

function isAt({ name, kind }: FailingLocation): RawBuilder<SqlBool> {
  return kind === 'service'
    ? sql`services ? ${name}`
    : sql`services = '[]' and repositories @> ${toJsonText([name])}::jsonb`;
}
