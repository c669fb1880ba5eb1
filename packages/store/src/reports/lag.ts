import type { BacklogResponse } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import { countsAsFailure } from '../failures/failure-columns.ts';
import type { Database } from '../schema/database.ts';

export interface FailureReportLag {
  readonly failureId: string;
  readonly sinceGrouped: number;
  /** Null if the failure happened before its account was connected. */
  readonly sinceHappened: number | null;
}

/**
 * Maximum number of measured failures. Measuring more is not worthwhile, because all failures of a backfill have
 * similar lags.
 */
const maxMeasured = 10_000;
/**
 * Number of waiting records to search for the oldest one. More are not needed, because records are parsed in the order
 * of their ids.
 */
const firstRecords = 500;

const known = sql`(
  failure.stored_at > coalesce(clustering_state.known_from, '-infinity') and failure.stored_at <= clustering_state.known_until)`;

/** Measures processing delays of failures in seconds, by PostgreSQL's clock. */
export function createProcessingLagQueries(db: Kysely<Database>) {
  return {
    /**
     * Returns the seconds since each failure was stored, for failures that the last clustering run read for the first
     * time.
     */
    async listClusteredLags(): Promise<number[]> {
      const { rows } = await sql<{ seconds: number }>`
        select extract(epoch from clock_timestamp() - failure.stored_at)::float8 as seconds
        from clustering_state join failure on ${known}
        order by failure.stored_at limit ${maxMeasured}`.execute(db);
      return rows.map(({ seconds }) => seconds);
    },

    /**
     * Returns the lags of the new failures in these patterns. Called after the reports of the patterns were written. A
     * failure counts as new for at least an hour, so a later call may return it again.
     */
    async listReportedLags(patternIds: readonly string[]): Promise<FailureReportLag[]> {
      const { rows } = await sql<FailureReportLag>`
        select
          failure.id as failure_id,
          extract(epoch from clock_timestamp() - clustering_state.clustered_at)::float8 as since_grouped,
          case when failure.occurred_at > connection.created_at
            then extract(epoch from clock_timestamp() - failure.occurred_at)::float8 end as since_happened
        from clustering_state
        join pattern_member member on member.pattern_id = any(${patternIds}) and not member.provisional
        join failure on failure.id = member.failure_id
          and failure.stored_at > coalesce(clustering_state.known_from, '-infinity') - interval '1 hour'
          and failure.stored_at <= clustering_state.known_until
        join connection on connection.id = failure.connection_id
        limit ${maxMeasured}`.execute(db);
      return rows;
    },

    /** Returns for each stage how long the oldest waiting item has waited. */
    async readCurrentLag(): Promise<BacklogResponse['lag']> {
      const { rows } = await sql<BacklogResponse['lag']>`
        with oldest as (
          select
            (select min(since) from (select since from inbox_waiting order by id limit ${firstRecords}) first) as record,
            (
              select min(stored_at) from failure
              where stored_at > coalesce((select known_until from clustering_state), '-infinity')
                and ${countsAsFailure} and duplicate_of is null
            ) as failure,
            (select min(report_pending_since) from pattern where retired_at is null) as pattern
        )
        select ${secondsSince('record')} as parse, ${secondsSince('failure')} as cluster, ${secondsSince('pattern')} as report
        from oldest`.execute(db);
      return rows[0] ?? { parse: 0, cluster: 0, report: 0 };
    },
  };
}

function secondsSince(column: string) {
  return sql`greatest(coalesce(extract(epoch from clock_timestamp() - ${sql.ref(column)}), 0), 0)::float8`;
}
