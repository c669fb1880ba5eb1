import type { Instant } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';

export interface StreamAudit {
  /** Until when the provider's books and ours agree; null = never compared. */
  readonly auditedUntil: Instant | null;
  /** When missing records were asked for again last; null = never. */
  readonly refilledAt: Instant | null;
}

/** What a comparison of the books found. */
export interface AuditResult {
  readonly auditedUntil: Instant | null;
  readonly refilledAt: Instant | null;
  /** When to compare again. */
  readonly dueAt: Instant;
}

/** When which stream is held against what the provider says exists. */
export interface AuditQueries {
  /** Drained streams whose turn has come by then, those that were never compared first. */
  listDue(by: Instant, limit: number): Promise<{ connectionId: string; stream: string }[]>;
  /** Streams that were never compared, whether or not they are drained; in the order of their names. */
  listUncompared(connectionId: string): Promise<string[]>;
  /** Null where there is no such stream. */
  find(connectionId: string, stream: string): Promise<StreamAudit | null>;
  keep(connectionId: string, stream: string, result: AuditResult): Promise<void>;
}

export function createAuditQueries(db: Kysely<Database>): AuditQueries {
  return {
    listDue(by, limit) {
      return db
        .selectFrom('stream')
        .select(['connectionId', 'stream'])
        .where('state', '=', 'done')
        .where(({ eb, or }) => or([eb('auditDueAt', 'is', null), eb('auditDueAt', '<=', by)]))
        .orderBy(sql`audit_due_at nulls first`)
        .orderBy('connectionId')
        .orderBy('stream')
        .limit(limit)
        .execute();
    },

    async listUncompared(connectionId) {
      const rows = await db
        .selectFrom('stream')
        .select('stream')
        .where('connectionId', '=', connectionId)
        .where('auditedUntil', 'is', null)
        // With a gap from the beginning on, the books never agreed, and days were counted all the same.
        .where(({ exists, not, selectFrom }) =>
          not(
            exists(
              selectFrom('completeness')
                .select('day')
                .where('completeness.connectionId', '=', connectionId)
                .whereRef('completeness.stream', '=', 'stream.stream'),
            ),
          ),
        )
        .orderBy(sql`stream collate "C"`)
        .execute();
      return rows.map(({ stream }) => stream);
    },

    async find(connectionId, stream) {
      const row = await db
        .selectFrom('stream')
        .select(['auditedUntil', 'refilledAt'])
        .where('connectionId', '=', connectionId)
        .where('stream', '=', stream)
        .executeTakeFirst();
      return row ?? null;
    },

    async keep(connectionId, stream, { auditedUntil, refilledAt, dueAt }) {
      await db
        .updateTable('stream')
        .set({ auditedUntil, refilledAt, auditDueAt: dueAt })
        .where('connectionId', '=', connectionId)
        .where('stream', '=', stream)
        .execute();
    },
  };
}
