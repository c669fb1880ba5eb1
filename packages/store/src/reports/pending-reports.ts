import type { Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { type ClusterRunStart, lockAnalysisResults } from '../patterns/lock-analysis-results.ts';
import type { Database } from '../schema/database.ts';
import { hasElapsed, isAheadOfClock } from '../sql/has-elapsed.ts';
import { inTransaction } from '../sql/in-transaction.ts';

/**
 * Records which patterns need a new report. A clustering run writes in several transactions, and records at its end
 * which patterns have changed. If a run is interrupted before this, all reports become pending.
 */
export function createPendingReportQueries(db: Kysely<Database>) {
  return {
    /**
     * Records that a clustering run begins to write.
     * @returns whether the previous run was interrupted while it was writing
     * @throws {AppError} `conflict` if a newer clustering run has begun
     */
    beginWriting: (run?: ClusterRunStart): Promise<boolean> =>
      inTransaction(db, async (transaction) => {
        await lockAnalysisResults(transaction, run);
        const { rows } = await sql<{ wasWriting: boolean }>`
          update clustering_state set is_writing = true
          from (select is_writing from clustering_state for update) as before
          returning before.is_writing as "wasWriting"`.execute(transaction);
        return rows[0]?.wasWriting ?? false;
      }),

    /**
     * Records that a clustering has written everything, and marks the reports of these patterns as pending; null means
     * all active patterns.
     */
    markPending: (patternIds: readonly string[] | null, run?: ClusterRunStart): Promise<string[]> =>
      inTransaction(db, async (transaction) => {
        await lockAnalysisResults(transaction, run);
        const pending = await transaction
          .updateTable('pattern')
          .set({ reportPendingSince: sql<Instant>`clock_timestamp()` })
          .where('retiredAt', 'is', null)
          .where(patternIds === null ? sql<SqlBool>`true` : sql<SqlBool>`id = any(${patternIds})`)
          .returning('id')
          .execute();
        await transaction.updateTable('clusteringState').set({ isWriting: false }).execute();
        return pending.map(({ id }) => id);
      }),

    /** Lists patterns whose report has been pending for more than `ms` milliseconds. */
    async listPending(ms: number): Promise<string[]> {
      const rows = await db
        .selectFrom('pattern')
        .select('id')
        .where(hasElapsed(sql.ref('reportPendingSince'), ms))
        .where('retiredAt', 'is', null)
        .orderBy('id')
        .execute();
      return rows.map(({ id }) => id);
    },

    /** Returns whether the report of a pattern is about to be written again. */
    async isPending(patternId: string): Promise<boolean> {
      const row = await db
        .selectFrom('pattern')
        .select('reportPendingSince')
        .where('id', '=', patternId)
        .where('retiredAt', 'is', null)
        .executeTakeFirst();
      return row != null && row.reportPendingSince !== null;
    },

    /** Returns PostgreSQL's current time, for `markWritten`. Call this before reading the data of a report. */
    async readNow(): Promise<Instant> {
      const { rows } = await sql<{ now: Instant }>`select clock_timestamp()::timestamptz(3) as now`.execute(db);
      return (rows[0] as { now: Instant }).now;
    },

    /**
     * Records that reports were written from data that were read at `readAt`. Reports that became pending later stay
     * pending, and so do those of patterns that must be clustered again first.
     */
    async markWritten(patternIds: readonly string[], readAt: Instant): Promise<void> {
      await db
        .updateTable('pattern')
        .set({ reportPendingSince: null })
        .where(sql<SqlBool>`id = any(${patternIds})`)
        .where('fingerprint', '<>', '')
        .where(
          sql<SqlBool>`(report_pending_since < ${readAt}::timestamptz or ${isAheadOfClock(sql`report_pending_since`)})`,
        )
        .execute();
    },
  };
}
