import type { BackfillProgress, Instant, StreamProgress } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';

export interface StreamRow extends StreamProgress {
  readonly connectionId: string;
  /** Where the next pull starts; null is the beginning. */
  readonly cursor: string | null;
  /** Nothing older is taken in; null is everything. */
  readonly since: Instant | null;
  readonly updatedAt: Instant;
}

export interface StreamQueries {
  /**
   * Starts streams, or starts them again. Unknown and done ones wait at the beginning; a waiting or failed one goes on
   * from its cursor unless `since` is another; a running one stays as it is.
   */
  startBackfill(connectionId: string, streams: readonly string[], since: Instant | null): Promise<void>;
  /** Adds the unknown ones, waiting; the known ones stay as they are. */
  ensureStreams(connectionId: string, streams: readonly string[]): Promise<void>;
  /** In the order of their names. */
  listStreams(connectionId: string): Promise<StreamRow[]>;
  findStream(connectionId: string, stream: string): Promise<StreamRow | null>;
  failStream(connectionId: string, stream: string, problem: string): Promise<void>;
  progress(connectionId: string): Promise<BackfillProgress>;
}

export function createStreamQueries(db: Kysely<Database>): StreamQueries {
  const streams = (connectionId: string) =>
    db.selectFrom('stream').selectAll().where('connectionId', '=', connectionId).orderBy(sql`stream collate "C"`);

  return {
    async startBackfill(connectionId, names, since) {
      await sql`
        insert into stream (connection_id, stream, since)
        select distinct ${connectionId}, name, ${since}::timestamptz from unnest(${names}::text[]) as wanted (name) order by 2
        on conflict (connection_id, stream) do update set
          state = 'waiting', since = excluded.since, problem = null, updated_at = now(),
          (cursor, records, expected) = (
            select stream.cursor, stream.records, stream.expected
            where stream.state <> 'done' and stream.since is not distinct from excluded.since
            union all select null, 0, null
            limit 1
          )
        where stream.state <> 'running'`.execute(db);
    },

    async ensureStreams(connectionId, names) {
      await sql`
        insert into stream (connection_id, stream)
        select distinct ${connectionId}, name from unnest(${names}::text[]) as wanted (name) order by 2
        on conflict (connection_id, stream) do nothing`.execute(db);
    },

    listStreams(connectionId) {
      return streams(connectionId).execute();
    },

    async findStream(connectionId, stream) {
      return (await streams(connectionId).where('stream', '=', stream).executeTakeFirst()) ?? null;
    },

    async failStream(connectionId, stream, problem) {
      await db
        .updateTable('stream')
        .set({ state: 'failed', problem, updatedAt: sql`now()` })
        .where('connectionId', '=', connectionId)
        .where('stream', '=', stream)
        .execute();
    },

    async progress(connectionId) {
      const rows = await streams(connectionId).execute();
      const { pending } = await db
        .selectFrom('inbox')
        .select(sql<number>`count(*)::integer`.as('pending'))
        .where('connectionId', '=', connectionId)
        .where('processedAt', 'is', null)
        .executeTakeFirstOrThrow();
      return toProgress(connectionId, rows, pending);
    },
  };
}

/** The backfill as a whole: running while any stream may still move, failed when one of those that stand failed. */
export function toProgress(connectionId: string, rows: readonly StreamRow[], pending: number): BackfillProgress {
  const states = new Set(rows.map(({ state }) => state));
  const moving = states.has('waiting') || states.has('running');
  const ended = states.has('failed') ? 'failed' : 'done';
  const starts = rows.map(({ since }) => since).sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1));
  const expected = rows.map((row) => row.expected);
  return {
    connectionId,
    since: starts[0] ?? null,
    state: rows.length === 0 ? 'none' : moving ? 'running' : ended,
    records: sum(rows.map(({ records }) => records)),
    expected: rows.length > 0 && expected.every((count) => count !== null) ? sum(expected) : null,
    pending,
    streams: rows.map((row) => ({
      stream: row.stream,
      state: row.state,
      records: row.records,
      expected: row.expected,
      problem: row.problem,
    })),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
