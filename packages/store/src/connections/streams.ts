import { type BackfillProgress, type Instant, minuteInMs, type StreamProgress } from '@refrain/domain';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ErasedNameRecogniserReader } from '../names/erased-names.ts';
import type { Database } from '../schema/database.ts';
import { hasElapsed, isAheadOfClock } from '../sql/has-elapsed.ts';
import { parseStreamPosition } from './stream-position.ts';
import {
  currentFiveSecondTick,
  nextRecentRecordCounts,
  type RecentRecordCounts,
  ratePerSecond,
} from './stream-rate.ts';

export interface StreamPassPosition {
  /** The position from which the next request continues; null at the beginning of a pass over the stream. */
  readonly cursor: string | null;
  /** The earliest time of imported records; null imports all history. */
  readonly since: Instant | null;
}

export interface StreamRow extends StreamProgress, StreamPassPosition {
  readonly connectionId: string;
  readonly updatedAt: Instant;
}

export type ActiveStream = Pick<StreamRow, 'connectionId' | 'stream' | 'updatedAt'>;

/** The new position of a stream after a page of records was read. */
export interface StreamPositionUpdate {
  readonly stream: string;
  /** The position of the stream when the page of records was requested. */
  readonly from: StreamPassPosition;
  readonly next: string | null;
  readonly done: boolean;
  readonly expected: number | null;
}

/** Must equal the predicate of the index `stream_moving`, so that PostgreSQL can use the index. */
const isMoving = sql<SqlBool>`(state in ('waiting', 'running'))`;

/** Each pass overlaps the previous one by this many milliseconds, since providers may list records minutes late. */
export const streamPassOverlapMs = 10 * minuteInMs;

export function createStreamQueries(db: Kysely<Database>, erased: ErasedNameRecogniserReader) {
  /** Omits streams of erased repositories, such as `commits:acme/api`. */
  async function listKnown(names: readonly string[]): Promise<string[]> {
    const recogniser = await erased(db);
    return names.filter((name) => !recogniser.isRepository(name.slice(name.indexOf(':') + 1)));
  }

  const streams = (connectionId: string) =>
    db
      .selectFrom('stream')
      .select(streamColumns)
      .where('connectionId', '=', connectionId)
      .orderBy(sql`stream collate "C"`);

  return {
    /**
     * Starts a backfill of streams. A new or finished stream starts from the beginning. A waiting or failed stream
     * continues where it stopped, unless `since` has changed. A running stream restarts only if it would not reach back
     * to `since`. If a stream was synced before, its backfill begins early enough to leave no gap after that sync.
     */
    async startBackfill(connectionId: string, names: readonly string[], since: Instant | null): Promise<void> {
      await sql`
        insert into stream (connection_id, stream, since, reaches_back_to)
        select distinct ${connectionId}, name, ${since}::timestamptz, ${since}::timestamptz from unnest(${await listKnown(names)}::text[]) as wanted (name) order by 2
        on conflict (connection_id, stream) do update set
          reaches_back_to = case when stream.reaches_back_to is not null and excluded.since is not null
            then least(stream.reaches_back_to, excluded.since) end,
          state = 'waiting', since = ${wantedSince}, problem = null, updated_at = now(), started_at = now(), recent = '{}',
          (cursor, records, expected) = (
            select stream.cursor, stream.records, stream.expected
            where stream.state <> 'done' and stream.since is not distinct from ${wantedSince}
            union all select null, 0, null
            limit 1
          )
        where stream.state <> 'running'
          or (stream.since is not null and (excluded.since is null or excluded.since < stream.since))`.execute(db);
    },

    /**
     * Sets a finished or failed stream to waiting, with `point` as the start of its next pass.
     * @returns false, without a change, if the stream is active or has changed since `updatedAt`
     */
    async restartStream(
      connectionId: string,
      stream: string,
      { cursor, since }: StreamPassPosition,
      updatedAt: Instant,
    ): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('stream')
        .set({
          state: 'waiting',
          cursor,
          since,
          records: sql`case state when 'done' then 0 else records end`,
          expected: sql`case state when 'done' then null else expected end`,
          problem: null,
          updatedAt: sql`now()`,
          // A failed pass resumes and keeps its start time. A finished stream begins a new pass.
          startedAt: sql`case state when 'done' then now() else started_at end`,
          recent: sql`'{}'`,
          // Deletes a `staleAt` in the future, because it would restart the stream repeatedly until then.
          staleAt: sql`case when ${isAheadOfClock(sql`stale_at`)} then null else stale_at end`,
        })
        .where('connectionId', '=', connectionId)
        .where('stream', '=', stream)
        .where('state', 'in', ['done', 'failed'])
        .where('updatedAt', '=', sql<string>`${updatedAt}::timestamptz`)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    /** Marks streams as stale after a webhook announced new records. They stay stale until a later pass begins. */
    async markStreamsStale(connectionId: string, names: readonly string[]): Promise<void> {
      // The row of a busy stream is written at most every five seconds, not for every event.
      await sql`
        update stream set stale_at = now()
        where connection_id = ${connectionId} and stream = any(${[...names].sort()}::text[])
          and (stale_at is null or stale_at <= started_at or ${hasElapsed(sql`stale_at`, 5_000)})`.execute(db);
    },

    /** Lists finished streams that have been stale for longer than `ms` milliseconds. */
    listStaleStreams(ms: number): Promise<{ connectionId: string; stream: string }[]> {
      return db
        .selectFrom('stream')
        .select(['connectionId', 'stream'])
        .whereRef('staleAt', '>', 'startedAt')
        .where(hasElapsed(sql.ref('staleAt'), ms))
        .where('state', '=', 'done')
        .orderBy('connectionId')
        .orderBy(sql`stream collate "C"`)
        .execute();
    },

    /** Adds streams that are not stored yet, as waiting. Stored streams stay as they are. */
    async ensureStreams(connectionId: string, names: readonly string[]): Promise<void> {
      await sql`
        insert into stream (connection_id, stream)
        select distinct ${connectionId}, name from unnest(${await listKnown(names)}::text[]) as wanted (name) order by 2
        on conflict (connection_id, stream) do nothing`.execute(db);
    },

    listActiveStreams(): Promise<ActiveStream[]> {
      return db
        .selectFrom('stream')
        .select(['connectionId', 'stream', 'updatedAt'])
        .where(isMoving)
        .orderBy('connectionId')
        .orderBy(sql`stream collate "C"`)
        .execute();
    },

    listEndedStreams(): Promise<Pick<ActiveStream, 'connectionId' | 'stream'>[]> {
      return db.selectFrom('stream').select(['connectionId', 'stream']).where(sql<SqlBool>`not ${isMoving}`).execute();
    },

    listStreams(connectionId: string): Promise<StreamRow[]> {
      return streams(connectionId).execute();
    },

    async findStream(connectionId: string, stream: string): Promise<StreamRow | null> {
      return (await streams(connectionId).where('stream', '=', stream).executeTakeFirst()) ?? null;
    },

    /** @param from the stream fails only if it is still at this position; without `from`, at any position */
    async failStream(connectionId: string, stream: string, problem: string, from?: StreamPassPosition): Promise<void> {
      let update = db
        .updateTable('stream')
        .set({ state: 'failed', problem, updatedAt: sql`now()` })
        .where('connectionId', '=', connectionId)
        .where('stream', '=', stream);
      if (from !== undefined) update = update.where(isAtStreamPosition(from));
      await update.execute();
    },

    async readProgress(connectionId: string): Promise<BackfillProgress> {
      const rows = await streams(connectionId).select(['startedAt', 'recent', 'recentTick', 'reachesBackTo']).execute();
      const { pending, now } = await db
        .selectFrom('inboxWaiting')
        .select([sql<number>`count(*)::integer`.as('pending'), sql<Instant>`now()`.as('now')])
        .where('connectionId', '=', connectionId)
        .executeTakeFirstOrThrow();
      return toBackfillProgress(connectionId, rows, pending, now);
    },

    async isPulling(): Promise<boolean> {
      const moving = await db.selectFrom('stream').select('stream').where(isMoving).limit(1).executeTakeFirst();
      return moving !== undefined;
    },
  };
}

/** SQL for the start of the requested pass. It is early enough to leave no gap after an earlier sync. */
const wantedSince = sql`(case
  when excluded.since is null then null
  when stream.state = 'done' then least(excluded.since, least(stream.started_at, now()) - ${streamPassOverlapMs} * interval '1 millisecond')
  when stream.since is distinct from stream.reaches_back_to then least(excluded.since, stream.since)
  else excluded.since
end)`;

/** The cursor alone does not identify a position, because every pass begins with the same cursor. */
export function isAtStreamPosition({ cursor, since }: StreamPassPosition): RawBuilder<SqlBool> {
  return sql<SqlBool>`(stream.cursor, stream.since) is not distinct from (${cursor}::text, ${since}::timestamptz(3))`;
}

/** @returns false if the stream was no longer at `from`, or was removed */
export async function advanceStream(
  db: Kysely<Database>,
  connectionId: string,
  { stream, from, next, done, expected }: StreamPositionUpdate,
  records: number,
): Promise<boolean> {
  const moved = await sql`
    update stream set
      cursor = ${next}, state = ${done ? 'done' : 'running'}, records = stream.records + ${records},
      expected = coalesce(${expected}, stream.expected), problem = null, updated_at = now(),
      recent = ${nextRecentRecordCounts}, recent_tick = greatest(stream.recent_tick, page.recent_tick)
    from (select ${records}::integer as records, ${currentFiveSecondTick} as recent_tick) as page
    where connection_id = ${connectionId} and stream = ${stream} and ${isAtStreamPosition(from)}`.execute(db);
  return moved.numAffectedRows === 1n;
}

interface ProgressRow extends StreamRow, RecentRecordCounts {
  readonly reachesBackTo: Instant | null;
}

/**
 * Combines the streams of a backfill into one state: `running` while any stream imports history, `failed` if one failed.
 * A sync of a stream whose history is imported counts as `done`.
 */
export function toBackfillProgress(
  connectionId: string,
  all: readonly ProgressRow[],
  pending: number,
  now: Instant,
): BackfillProgress {
  const rows = all.map((row) => (isSyncing(row) ? { ...row, state: 'done' as const } : row));
  const states = new Set(rows.map(({ state }) => state));
  const moving = states.has('waiting') || states.has('running');
  const ended = states.has('failed') ? 'failed' : 'done';
  const starts = rows.map(({ reachesBackTo }) => reachesBackTo).sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1));
  const records = sum(rows.map((row) => row.records));
  const expected = expectedOf(rows);
  const perSecond = moving ? ratePerSecond(rows, now) : null;
  return {
    connectionId,
    since: starts[0] ?? null,
    state: rows.length === 0 ? 'none' : moving ? 'running' : ended,
    syncedAt: findLatest(rows.filter(({ state }) => state === 'done').map(({ updatedAt }) => updatedAt)),
    records,
    expected,
    pending,
    perSecond,
    secondsLeft:
      perSecond === null || expected === null ? null : Math.ceil(Math.max(0, expected - records) / perSecond),
    streams: rows.map((row) => ({
      stream: row.stream,
      state: row.state,
      records: row.records,
      expected: row.expected,
      problem: row.problem,
    })),
  };
}

/** Tests whether a stream reads only what is new since its last pass. */
function isSyncing({ state, cursor }: StreamRow): boolean {
  return (state === 'waiting' || state === 'running') && parseStreamPosition(cursor)?.isSync === true;
}

function findLatest(instants: readonly Instant[]): Instant | null {
  return instants.toSorted().at(-1) ?? null;
}

/**
 * Estimates the number of records of all streams, from the stored records of ended streams and the provider's numbers
 * for running ones. Streams that have not begun count as the average of their kind. Returns null while the number of a stream that has begun is unknown.
 */
function expectedOf(rows: readonly StreamRow[]): number | null {
  const isBegun = ({ state, records, expected }: StreamRow) => state !== 'waiting' || records > 0 || expected !== null;
  const begun = rows.filter(isBegun);
  const sizes = begun.flatMap(({ stream, state, records, expected }) => {
    if (state === 'done' || state === 'failed') return { kind: kindOf(stream), size: records };
    return expected === null ? [] : { kind: kindOf(stream), size: Math.max(expected, records) };
  });
  if (sizes.length === 0 || sizes.length < begun.length) return null;
  return Math.round(
    sum(
      [...new Set(rows.map(({ stream }) => kindOf(stream)))].map((kind) => {
        const known = sizes.filter((one) => one.kind === kind).map(({ size }) => size);
        const all = rows.filter(({ stream }) => kindOf(stream) === kind).length;
        return known.length === 0 ? 0 : (sum(known) / known.length) * all;
      }),
    ),
  );
}

/** Returns the kind of a stream, such as `pulls` for `pulls:acme/api`. Streams of one kind have similar sizes. */
function kindOf(stream: string): string {
  return stream.split(':', 1)[0] ?? stream;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

const streamColumns = [
  'connectionId',
  'stream',
  'cursor',
  'since',
  'state',
  'records',
  'expected',
  'problem',
  'updatedAt',
] as const;
