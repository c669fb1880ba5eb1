import { type Instant, minuteInMs } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { readDeliveryKeysUnderFormerNames } from '../names/former-names.ts';
import type { Database } from '../schema/database.ts';
import { toStorableText } from '../sql/json-text.ts';
import { totalCountColumn } from '../sql/list-page.ts';

export interface StreamCompletenessState {
  readonly reachesBackTo: Instant | null;
  /** The time up to which the stream's records were compared with the provider's; null before the first comparison. */
  readonly checkedUntil: Instant | null;
  /** When missing records were last requested from the provider; null if never. */
  readonly refilledAt: Instant | null;
  /** How often the same missing records were requested in a row. */
  readonly refills: number;
  /** A digest of the ids that were missing at the latest request; null if none were. */
  readonly missing: string | null;
}

export interface CompletenessCheckResult extends Omit<StreamCompletenessState, 'reachesBackTo'> {
  readonly dueAt: Instant;
}

export function selectUncheckedStreams(db: Kysely<Database>) {
  return (
    db
      .selectFrom('stream')
      .where('checkedUntil', 'is', null)
      // A stream with daily counts was compared, even if `checkedUntil` is null because records are missing.
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('completeness')
              .select('day')
              .whereRef('completeness.connectionId', '=', 'stream.connectionId')
              .whereRef('completeness.stream', '=', 'stream.stream'),
          ),
        ),
      )
  );
}

/** Stores the schedule and the results of the completeness checks of streams. */
export function createCompletenessCheckQueries(db: Kysely<Database>) {
  return {
    /**
     * Lists the streams whose completeness check is due at the time `by`, never checked streams first.
     * @param maxPauseMs maximum pause between two checks; a stream whose due time is even later is also due, because a
     * wrong clock set that time
     */
    listDueStreams(
      by: Instant,
      limit: number,
      maxPauseMs: number,
    ): Promise<{ connectionId: string; stream: string }[]> {
      const aheadOf = new Date(Date.parse(by) + maxPauseMs + minuteInMs).toISOString();
      return db
        .selectFrom('stream')
        .select(['connectionId', 'stream'])
        .where(sql<SqlBool>`(state = 'done' or (state in ('waiting', 'running') and cursor like '%"isSync":true%'))`)
        .where(({ eb, or }) =>
          or([eb('checkDueAt', 'is', null), eb('checkDueAt', '<=', by), eb('checkDueAt', '>', aheadOf)]),
        )
        .orderBy(sql`check_due_at nulls first`)
        .orderBy('connectionId')
        .orderBy('stream')
        .limit(limit)
        .execute();
    },

    /** Counts the streams of all connections, in any state. */
    async countStreams(): Promise<number> {
      return (await db.selectFrom('stream').select(totalCountColumn).executeTakeFirstOrThrow()).total;
    },

    /** Lists the streams whose records were never compared with the provider's, sorted by name. */
    async listUncheckedStreams(connectionId: string): Promise<string[]> {
      const rows = await selectUncheckedStreams(db)
        .select('stream')
        .where('connectionId', '=', connectionId)
        .orderBy(sql`stream collate "C"`)
        .execute();
      return rows.map(({ stream }) => stream);
    },

    async findStreamCheck(connectionId: string, stream: string): Promise<StreamCompletenessState | null> {
      const row = await db
        .selectFrom('stream')
        .select(['reachesBackTo', 'checkedUntil', 'refilledAt', 'refills', 'missing'])
        .where('connectionId', '=', connectionId)
        .where('stream', '=', stream)
        .executeTakeFirst();
      return row ?? null;
    },

    async recordStreamCheck(
      connectionId: string,
      stream: string,
      { dueAt, ...found }: CompletenessCheckResult,
    ): Promise<void> {
      await db
        .updateTable('stream')
        .set({ ...found, checkDueAt: dueAt })
        .where('connectionId', '=', connectionId)
        .where('stream', '=', stream)
        .execute();
    },

    /** Schedules the next completeness check after an attempt that ended without a comparison. */
    async postponeStreamCheck(connectionId: string, stream: string, dueAt: Instant): Promise<void> {
      await db
        .updateTable('stream')
        .set({ checkDueAt: dueAt })
        .where('connectionId', '=', connectionId)
        .where('stream', '=', stream)
        .execute();
    },

    /** Lists the days on which records of a stream are missing, oldest first. */
    async listGapDays(connectionId: string, stream: string): Promise<string[]> {
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

    /**
     * Counts the given keys under which an unreadable record is stored. Also searches the former names of the
     * repository.
     * @param keys delivery keys without the version; a stored key has the form `key/version`
     */
    async countUnreadable(connectionId: string, keys: readonly string[]): Promise<number> {
      const namesOf = await readDeliveryKeysUnderFormerNames(db, connectionId);
      const named = keys.flatMap((key, item) => namesOf(key).map((name) => ({ item, name: toStorableText(name) })));
      // The range from `key/` to `key0` (`0` follows the slash in ASCII) lets PostgreSQL use an index scan for each key.
      const { rows } = await sql<{ total: number }>`
        select count(distinct item)::integer as total
        from unnest(${named.map(({ item }) => item)}::integer[], ${named.map(({ name }) => name)}::text[]) as named (item, name)
        cross join lateral (
          select from inbox
          where connection_id = ${connectionId} and problem is not null
            and delivery_key >= name and delivery_key < name || '0' and starts_with(delivery_key || '/', name || '/')
          limit 1
        ) as unreadable`.execute(db);
      return rows[0]?.total ?? 0;
    },

    /** Returns the time up to which redelivery of failed webhooks was requested; null before the first request. */
    async findRedeliveredUntil(connectionId: string): Promise<Instant | null> {
      const row = await db
        .selectFrom('connection')
        .select('redeliveredUntil')
        .where('id', '=', connectionId)
        .executeTakeFirst();
      return row?.redeliveredUntil ?? null;
    },

    async recordRedeliveredUntil(connectionId: string, until: Instant): Promise<void> {
      await db.updateTable('connection').set({ redeliveredUntil: until }).where('id', '=', connectionId).execute();
    },
  };
}
