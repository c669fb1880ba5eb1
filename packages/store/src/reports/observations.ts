import type {
  ChangeWithPaths,
  ObservedEpisode,
  ObservedPeriod,
  PeriodFigures,
  UnassignedEpisode,
} from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import { type ClusterRunStart, lockAnalysisResults } from '../patterns/lock-analysis-results.ts';
import { episodeImpact } from '../patterns/period-figures.ts';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { jsonBatches } from '../sql/json-text.ts';

/** An episode with the title and URL of its first incident, or of its first failure if it has no incident. */
export interface TitledEpisode extends ObservedEpisode {
  readonly title: string;
  readonly url: string | null;
}

/** Joins the id, title and URL of an episode's first incident, or else of its first failure, as `told`. */
const joinTitle = (episode: string) => sql`
  join lateral (
    select failure.id as failure_id, failure.title, failure.url
    from jsonb_array_elements_text(${sql.ref(`${episode}.failure_ids`)}) as member (id)
    join failure on failure.id = member.id
    order by failure.kind <> 'incident', failure.occurred_at, failure.id
    limit 1
  ) as told on true`;

export type PeriodSummary = Pick<
  PeriodFigures,
  'episodes' | 'changes' | 'medianHours' | 'impactHours' | 'unassigned' | 'unassignedHours'
>;

/**
 * Stores the input of the statistics as of the last clustering: episodes, and changes that could have caused episodes.
 */
export function createObservationQueries(db: Kysely<Database>) {
  const episodesByTime = () => db.selectFrom('observedEpisode').selectAll().orderBy('startedAt').orderBy('id');

  return {
    /**
     * Replaces all observations, and writes only rows that differ.
     * @throws {AppError} `conflict` if a newer clustering run has begun
     */
    writeObservations: (
      {
        episodes,
        changes,
      }: { readonly episodes: readonly ObservedEpisode[]; readonly changes: readonly ChangeWithPaths[] },
      run?: ClusterRunStart,
    ): Promise<void> =>
      inTransaction(db, async (transaction) => {
        await lockAnalysisResults(transaction, run);
        const episodeIds = episodes.map(({ id }) => id);
        const changeIds = changes.map(({ id }) => id);
        await sql`
          delete from observed_episode where not exists (
            select from unnest(${episodeIds}::text[]) as wanted (id) where wanted.id = observed_episode.id)`.execute(
          transaction,
        );
        await sql`
          delete from observed_change where not exists (
            select from unnest(${changeIds}::text[]) as wanted (id) where wanted.id = observed_change.id)`.execute(
          transaction,
        );
        for await (const batch of jsonBatches(episodes)) {
          await sql`
            insert into observed_episode (
              id, pattern_id, cause, trigger, kinds, started_at, ended_at, hours, services, repositories, environments, paths,
              failure_ids, precision
            )
            select id, "patternId", cause, trigger, kinds, "startedAt", "endedAt", hours, services, repositories, environments, paths, "failureIds", precision
            from json_to_recordset(${batch}::json) as wanted (
              id text, "patternId" text, cause text, trigger text, kinds jsonb, "startedAt" timestamptz(3), "endedAt" timestamptz(3),
              hours float8, services jsonb, repositories jsonb, environments jsonb, paths jsonb, "failureIds" jsonb, precision text
            )
            on conflict (id) do update set
              pattern_id = excluded.pattern_id, cause = excluded.cause, trigger = excluded.trigger, kinds = excluded.kinds,
              started_at = excluded.started_at, ended_at = excluded.ended_at, hours = excluded.hours,
              services = excluded.services, repositories = excluded.repositories, environments = excluded.environments,
              paths = excluded.paths, failure_ids = excluded.failure_ids, precision = excluded.precision
            where observed_episode is distinct from excluded`.execute(transaction);
        }
        for await (const batch of jsonBatches(changes)) {
          await sql`
            insert into observed_change (id, at, repository, environment, services, paths)
            select id, at, repository, environment, services, paths
            from json_to_recordset(${batch}::json) as wanted (
              id text, at timestamptz(3), repository text, environment text, services jsonb, paths jsonb
            )
            on conflict (id) do update set
              at = excluded.at, repository = excluded.repository, environment = excluded.environment,
              services = excluded.services, paths = excluded.paths
            where observed_change is distinct from excluded`.execute(transaction);
        }
      }),

    /** Lists the episodes that began in the period, sorted by time. */
    listEpisodes({ from, until }: ObservedPeriod): Promise<ObservedEpisode[]> {
      return episodesByTime().where('startedAt', '>=', from).where('startedAt', '<', until).execute();
    },

    /** Lists the episodes that began in the period with their titles, sorted by time. */
    async listTitledEpisodes({ from, until }: ObservedPeriod): Promise<TitledEpisode[]> {
      const { rows } = await sql<TitledEpisode>`
        select observed_episode.*, told.title, told.url
        from observed_episode
        ${joinTitle('observed_episode')}
        where started_at >= ${from} and started_at < ${until}
        order by started_at, observed_episode.id`.execute(db);
      return rows;
    },

    /** Lists the longest episodes in no pattern that began in the period, the longest first. */
    async listLongestUnassigned({ from, until }: ObservedPeriod, limit: number): Promise<UnassignedEpisode[]> {
      const { rows } = await sql<UnassignedEpisode>`
        select told.failure_id, told.title, longest.services, longest.repositories, longest.started_at, ${episodeImpact} as hours
        from (
          select * from observed_episode
          where started_at >= ${from} and started_at < ${until} and pattern_id is null and hours > 0
          order by hours desc, id limit ${limit}
        ) as longest
        ${joinTitle('longest')}
        order by longest.hours desc, longest.id`.execute(db);
      return rows;
    },

    listEpisodesOfPattern(patternId: string): Promise<ObservedEpisode[]> {
      return episodesByTime().where('patternId', '=', patternId).execute();
    },

    /** Counts the episodes and changes of a period. The indexes on the times make this fast enough for any period. */
    async summarisePeriod({ from, until }: ObservedPeriod): Promise<PeriodSummary> {
      const { rows } = await sql<PeriodSummary>`
        select
          count(*)::integer as episodes,
          percentile_cont(0.5) within group (order by hours) as median_hours,
          sum(${episodeImpact}) as impact_hours,
          count(*) filter (where pattern_id is null)::integer as unassigned,
          coalesce(sum(${episodeImpact}) filter (where pattern_id is null), 0) as unassigned_hours,
          (select count(*)::integer from observed_change where at >= ${from} and at < ${until}) as changes
        from observed_episode where started_at >= ${from} and started_at < ${until}`.execute(db);
      const [summary] = rows;
      if (summary === undefined) throw new Error('An aggregate query without GROUP BY returned no row.');
      return summary;
    },

    /** Returns the period from the first observed episode to the newest measurement; null without an episode or a measurement. */
    async findRecordedHistory(): Promise<ObservedPeriod | null> {
      const { rows } = await sql<ObservedPeriod>`
        select first.started_at as "from", measurement.as_of as until
        from measurement, (select min(started_at) as started_at from observed_episode) as first
        where first.started_at < measurement.as_of`.execute(db);
      return rows[0] ?? null;
    },

    listObservedChanges({ from, until }: ObservedPeriod): Promise<ChangeWithPaths[]> {
      return db
        .selectFrom('observedChange')
        .selectAll()
        .where('at', '>=', from)
        .where('at', '<', until)
        .orderBy('at')
        .orderBy('id')
        .execute();
    },
  };
}
