import type { Instant } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { type ClusterRunStart, lockAnalysisResults } from './lock-analysis-results.ts';

export interface ClusterRunTiming {
  /** Milliseconds since the latest run began, whether or not it has finished. */
  readonly begunMsAgo: number;
  readonly tookMs: number;
}

const msSinceBegin = sql<number>`extract(epoch from clock_timestamp() - begun_at)::float8 * 1000`;

/**
 * The start time of a new run: the current time, but at least a millisecond after the previous start, because the start
 * time identifies a run.
 */
const nextBegin = sql`case
  when begun_at - clock_timestamp() between interval '-1 ms' and interval '1 second' then begun_at + interval '1 ms'
  else clock_timestamp() end`;

/** Records when clustering runs begin and end. Uses PostgreSQL's clock, because workers may run on several machines. */
export function createClusterRunQueries(db: Kysely<Database>) {
  return {
    /** Begins a clustering run. Earlier runs can no longer write. */
    beginRun: (): Promise<ClusterRunStart> =>
      inTransaction(db, async (transaction) => {
        await lockAnalysisResults(transaction);
        const { rows } = await sql<{ begunAt: Instant }>`
          update clustering_state set begun_at = ${nextBegin} returning begun_at`.execute(transaction);
        return rows[0]?.begunAt ?? null;
      }),
    /** Records the duration of a run (by default the latest), unless a newer run has overtaken it. */
    async endRun(run?: ClusterRunStart): Promise<void> {
      await sql`
        update clustering_state set took_ms = least(greatest(${msSinceBegin}, 0), 2147483647)::integer
        where begun_at is not null and (${run === undefined} or begun_at = ${run ?? null}::timestamptz)`.execute(db);
    },
    /** Returns null until the first run has ended. */
    async findRunTiming(): Promise<ClusterRunTiming | null> {
      const row = await db
        .selectFrom('clusteringState')
        .select(['tookMs', msSinceBegin.as('begunMsAgo')])
        .where('tookMs', 'is not', null)
        .executeTakeFirst();
      return row === undefined ? null : { begunMsAgo: row.begunMsAgo, tookMs: row.tookMs ?? 0 };
    },
    /** Returns whether the patterns and proposals of the first import or backfill have been published. */
    async isFirstAnalysisDone(): Promise<boolean> {
      const state = await db.selectFrom('clusteringState').select('firstAnalysisAt').executeTakeFirst();
      return state != null && state.firstAnalysisAt !== null;
    },
    /** Records that the first analysis is done. Later calls change nothing. */
    async recordFirstAnalysis(): Promise<void> {
      await db
        .updateTable('clusteringState')
        .set({ firstAnalysisAt: sql<Instant>`now()` })
        .where('firstAnalysisAt', 'is', null)
        .execute();
    },
  };
}
