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
   * A regrouping begins to write.
   * @returns whether the one before was stopped while it did
   * @throws {AppError} where the run was overtaken: see `isOvertaken`
   */
  begin(run?: GroupingRun): Promise<boolean>;
  /**
   * It has written, and these are owed.
   * @param patternIds null for all that are live
   * @throws {AppError} as `begin`
   */
  owe(patternIds: readonly string[] | null, run?: GroupingRun): Promise<string[]>;
  /** Those that have been for longer than this. @param ms milliseconds */
  list(ms: number): Promise<string[]>;
  /** By the clock of PostgreSQL, before what a report is made of is read. */
  now(): Promise<Instant>;
  /** These were written from what was stored at that time: what is owed since then still is. */
  settle(patternIds: readonly string[], readAt: Instant): Promise<void>;
}

export function createOwedReportQueries(db: Kysely<Database>): OwedReportQueries {
  return {
    begin: (run) =>
      inTransaction(db, async (transaction) => {
        await lockAnalysis(transaction, run);
        const { rows } = await sql<{ wasWriting: boolean }>`
          update grouping_state set is_writing = true
          from (select is_writing from grouping_state for update) as before
          returning before.is_writing as "wasWriting"`.execute(transaction);
        return rows[0]?.wasWriting ?? false;
      }),

    owe: (patternIds, run) =>
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

    async list(ms) {
      const rows = await db
        .selectFrom('pattern')
        .select('id')
        .where(hasElapsed(sql.ref('reportOwedAt'), ms))
        .where('retiredAt', 'is', null)
        .orderBy('id')
        .execute();
      return rows.map(({ id }) => id);
    },

    async now() {
      const { rows } = await sql<{ now: Instant }>`select clock_timestamp()::timestamptz(3) as now`.execute(db);
      return (rows[0] as { now: Instant }).now;
    },

    async settle(patternIds, readAt) {
      await db
        .updateTable('pattern')
        .set({ reportOwedAt: null })
        .where(sql<SqlBool>`id = any(${patternIds})`)
        .where(sql<SqlBool>`(report_owed_at < ${readAt}::timestamptz or ${isAhead(sql`report_owed_at`)})`)
        .execute();
    },
  };
}
