import type { Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import { countOfAll } from './list-page.ts';

export interface StreamAudit {
  /** How far back what is stored is to reach; null = everything. */
  readonly reachesBackTo: Instant | null;
  /** Until when the provider's books were compared with ours; null = never. */
  readonly auditedUntil: Instant | null;
  /** When missing records were asked for again last; null = never. */
  readonly refilledAt: Instant | null;
  /** How often the same records were asked for again. */
  readonly refills: number;
  /** Names what was missing when it was asked for last; null = nothing was. */
  readonly missing: string | null;
}

/** What a comparison of the books found. */
export interface AuditResult extends Omit<StreamAudit, 'reachesBackTo'> {
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
  /** Nothing was compared; to be tried again then. */
  postpone(connectionId: string, stream: string, dueAt: Instant): Promise<void>;
  /** Days of the stream on which less is stored than exists, oldest first. */
  listGapDays(connectionId: string, stream: string): Promise<string[]>;
  /**
   * Records that came and could not be read.
   * @param place the repository in whose name they came; null is all of the connection
   */
  countUnreadable(connectionId: string, place: string | null): Promise<number>;
  /** Until when all that the provider could not deliver has come; null = nobody asked yet. */
  findRedelivered(connectionId: string): Promise<Instant | null>;
  keepRedelivered(connectionId: string, until: Instant): Promise<void>;
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
        .select(['reachesBackTo', 'auditedUntil', 'refilledAt', 'refills', 'missing'])
        .where('connectionId', '=', connectionId)
        .where('stream', '=', stream)
        .executeTakeFirst();
      return row ?? null;
    },

    async keep(connectionId, stream, { dueAt, ...found }) {
      await db
        .updateTable('stream')
        .set({ ...found, auditDueAt: dueAt })
        .where('connectionId', '=', connectionId)
        .where('stream', '=', stream)
        .execute();
    },

    async postpone(connectionId, stream, dueAt) {
      await db
        .updateTable('stream')
        .set({ auditDueAt: dueAt })
        .where('connectionId', '=', connectionId)
        .where('stream', '=', stream)
        .execute();
    },

    async listGapDays(connectionId, stream) {
      const rows = await db
        .selectFrom('completeness')
        .select(sql<string>`to_char(day, 'YYYY-MM-DD')`.as('name'))
        .where('connectionId', '=', connectionId)
        .where('stream', '=', stream)
        .whereRef('stored', '<', 'existing')
        .orderBy('day')
        .execute();
      return rows.map(({ name }) => name);
    },

    async countUnreadable(connectionId, place) {
      let rows = db
        .selectFrom('inbox')
        .select(countOfAll)
        .where('connectionId', '=', connectionId)
        .where('problem', 'is not', null);
      if (place !== null) rows = rows.where(sql<SqlBool>`strpos(delivery_key, ${`/${place}/`}) > 0`);
      return (await rows.executeTakeFirstOrThrow()).total;
    },

    async findRedelivered(connectionId) {
      const row = await db
        .selectFrom('connection')
        .select('redeliveredUntil')
        .where('id', '=', connectionId)
        .executeTakeFirst();
      return row?.redeliveredUntil ?? null;
    },

    async keepRedelivered(connectionId, until) {
      await db.updateTable('connection').set({ redeliveredUntil: until }).where('id', '=', connectionId).execute();
    },
  };
}
