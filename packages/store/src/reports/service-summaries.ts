import type { Cause, Instant, ObservedPeriod, RelatedService, ServicePattern } from '@refrain/domain';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { currentDirection } from '../patterns/pattern-filter.ts';
import { episodeImpact } from '../patterns/period-figures.ts';
import type { Database } from '../schema/database.ts';
import { toJsonText } from '../sql/json-text.ts';

type LocationKind = 'service' | 'repository';

export interface FailingLocation {
  readonly name: string;
  readonly kind: LocationKind;
}

export interface LocationCounts {
  /** Episodes in the period. */
  readonly episodes: number;
  /** Episodes in the period before; null without such a period. */
  readonly episodesBefore: number | null;
  /** The known hours of the episodes in the period; null if no duration is known. */
  readonly impactHours: number | null;
  /** Episodes in each twelfth of the period, oldest first. */
  readonly timeline: number[];
  readonly lastAt: Instant;
  readonly patterns: number;
}

/** A period, and the one before with which its figures are compared. */
export interface ComparedPeriods {
  readonly shown: ObservedPeriod;
  readonly before: ObservedPeriod | null;
}

export interface CountedLocation extends FailingLocation, LocationCounts {}

const maxPatterns = 50;
const maxRelated = 12;

/** Reads the observations by location: a service, or a repository with episodes of which no service is known. */
export function createServiceQueries(db: Kysely<Database>) {
  const countsAt = ({ before }: ComparedPeriods) => sql`
    count(*) filter (where slot >= 0)::integer as episodes,
    ${
      before === null
        ? sql`null::integer`
        : sql`count(*) filter (where started_at >= ${before.from} and started_at < ${before.until})::integer`
    } as episodes_before,
    sum(${episodeImpact}) filter (where slot >= 0) as impact_hours,
    array[${sql.join(Array.from({ length: 12 }, (_, at) => sql`count(*) filter (where slot = ${at})::integer`))}] as timeline,
    max(started_at) as last_at,
    count(distinct pattern.id) filter (where slot >= 0)::integer as patterns`;
  /** Numbers the twelfths of a period from 0; earlier times have negative numbers. */
  const slotIn = ({ from, until }: ObservedPeriod) =>
    sql`floor(extract(epoch from started_at - ${from}::timestamptz) * 12 / ${(Date.parse(until) - Date.parse(from)) / 1_000}::float8)::integer as slot`;
  const joinPattern = sql`
    left join pattern on pattern.id = pattern_id and retired_at is null and judgement is distinct from 'dismissed'`;

  return {
    /** Counts the episodes of a period by location, sorted by name. Too slow to be called for every request. */
    async countEpisodesByLocation(periods: ComparedPeriods): Promise<CountedLocation[]> {
      const { rows } = await sql<CountedLocation>`
        with place as (
          select 'service' as kind, name, pattern_id, started_at, hours, ${slotIn(periods.shown)}
          from observed_episode cross join lateral jsonb_array_elements_text(services) as said (name)
          where started_at < ${periods.shown.until}
          union all
          select 'repository', name, pattern_id, started_at, hours, ${slotIn(periods.shown)}
          from observed_episode cross join lateral jsonb_array_elements_text(repositories) as said (name)
          where services = '[]' and started_at < ${periods.shown.until}
        )
        select place.kind, place.name, ${countsAt(periods)}
        from place ${joinPattern}
        group by place.kind, place.name order by place.name, place.kind`.execute(db);
      return rows;
    },

    /** Returns the counts of one location; null if it has no episode. */
    async countEpisodesAt(location: FailingLocation, periods: ComparedPeriods): Promise<LocationCounts | null> {
      const { rows } = await sql<LocationCounts>`
        select ${countsAt(periods)}
        from (
          select pattern_id, started_at, hours, ${slotIn(periods.shown)} from observed_episode
          where ${isAt(location)} and started_at < ${periods.shown.until}
        ) as place ${joinPattern}
        having count(*) > 0`.execute(db);
      return rows[0] ?? null;
    },

    /** Lists when the episodes at the location began, without an order. */
    async listEpisodeStartsAt(location: FailingLocation, since: Instant, until: Instant) {
      const { rows } = await sql<{ startedAt: Instant }>`
        select started_at from observed_episode
        where ${isAt(location)} and started_at >= ${since} and started_at < ${until}`.execute(db);
      return rows;
    },

    /** Lists the patterns with an episode at the location since `since`, those with most impact first, without dismissed ones. */
    async listPatternsAt(location: FailingLocation, since: Instant, until: Instant): Promise<ServicePattern[]> {
      const { rows } = await sql<ServicePattern>`
        select pattern.id, pattern.name, pattern.cause, here.episodes, here.impact_hours, here.last_at, recurrence, ${currentDirection} as direction,
          case when improvement.id is not null
            then jsonb_build_object('id', improvement.id, 'state', improvement.state) end as improvement
        from (
          select pattern_id, count(*)::integer as episodes, sum(${episodeImpact}) as impact_hours, max(started_at) as last_at
          from observed_episode
          where ${isAt(location)} and started_at >= ${since} and started_at < ${until} group by pattern_id
        ) as here
        join pattern on pattern.id = here.pattern_id and retired_at is null and judgement is distinct from 'dismissed'
        left join pattern_measurement on pattern_measurement.pattern_id = pattern.id
        left join improvement on improvement.pattern_id = pattern.id
        order by here.impact_hours desc nulls last, here.episodes desc, here.last_at desc, pattern.id
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
