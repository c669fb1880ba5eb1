import type { Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { type GroupingRun, lockAnalysis } from '../patterns/lock-analysis.ts';
import type { Database } from '../schema/database.ts';
import { hasElapsed, isAhead } from '../sql/has-elapsed.ts';
import { inTransaction } from '../sql/in-transaction.ts';

/**
 * Which patterns are owed a report. A regrouping writes in several transactions, and only it knows what these changed: where it is
 * stopped in between, all are owed one.
 */
export interface OwedReportQueries {
  /**
   * Records that a clustering run begins to write.
   * @returns whether the previous run was interrupted while it wrote
   * @throws {AppError} if a newer run has overtaken this one: see `isOvertaken`
   */
  beginWriting(run?: GroupingRun): Promise<boolean>;
  /**
   * Ends the writing and makes the reports of these patterns pending.
   * @param patternIds null for all active patterns
   * @throws {AppError} as `beginWriting`
   */
  markPending(patternIds: readonly string[] | null, run?: GroupingRun): Promise<string[]>;
  /**
   * Lists patterns whose report has been pending for longer than this.
   * @param ms milliseconds
   */
  listPending(ms: number): Promise<string[]>;
  /** Returns PostgreSQL's time. Read it before the data of a report. */
  readNow(): Promise<Instant>;
  /** Records that reports were written from the data at `readAt`. What has become pending since stays pending. */
  markWritten(patternIds: readonly string[], readAt: Instant): Promise<void>;
}

export function createOwedReportQueries(db: Kysely<Database>): OwedReportQueries {
  return {
    beginWriting: (run) =>
      inTransaction(db, async (transaction) => {
        await lockAnalysis(transaction, run);
        const { rows } = await sql<{ wasWriting: boolean }>`
          update grouping_state set is_writing = true
          from (select is_writing from grouping_state for update) as before
          returning before.is_writing as "wasWriting"`.execute(transaction);
        return rows[0]?.wasWriting ?? false;
      }),

    markPending: (patternIds, run) =>
      inTransaction(db, async (transaction) => {
        await lockAnalysis(transaction, run);
        const owed = await transaction
          .updateTable('pattern')
          .set({ reportOwedAt: sql<Instant>`clock_timestamp()` })
          .where('retiredAt', 'is', null)
          .where(patternIds === null ? sql<SqlBool>`true` : sql<SqlBool>`id = any(${patternIds})`)
          .returning('id')
          .execute();
        await transaction.updateTable('groupingState').set({ isWriting: false }).execute();
        return owed.map(({ id }) => id);
      }),

    async listPending(ms) {
      const rows = await db
        .selectFrom('pattern')
        .select('id')
        .where(hasElapsed(sql.ref('reportOwedAt'), ms))
        .where('retiredAt', 'is', null)
        .orderBy('id')
        .execute();
      return rows.map(({ id }) => id);
    },

    async readNow() {
      const { rows } = await sql<{ now: Instant }>`select clock_timestamp()::timestamptz(3) as now`.execute(db);
      return (rows[0] as { now: Instant }).now;
    },

    async markWritten(patternIds, readAt) {
      await db
        .updateTable('pattern')
        .set({ reportOwedAt: null })
        .where(sql<SqlBool>`id = any(${patternIds})`)
        .where(sql<SqlBool>`(report_owed_at < ${readAt}::timestamptz or ${isAhead(sql`report_owed_at`)})`)
        .execute();
    },
  };
}
