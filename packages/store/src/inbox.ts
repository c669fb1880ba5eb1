import type { Instant, Provider, RawRecord } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import { inTransaction, lockFor } from './in-transaction.ts';
import { jsonBatches } from './json-text.ts';
import { countOfAll } from './list-page.ts';
import { type SettledRecord, type Settlement, settle } from './settle.ts';
import { type StreamPoint, standsAt } from './streams.ts';

export type InboxSource = 'pull' | 'webhook' | 'file';

export interface InboxPage {
  readonly records: readonly RawRecord[];
  readonly source: InboxSource;
  /** The stream that the page belongs to, and where that stream goes on; absent for webhooks. */
  readonly stream?: {
    readonly stream: string;
    /** Where the stream stood when the page was asked for. */
    readonly from: StreamPoint;
    readonly next: string | null;
    readonly done: boolean;
    readonly expected: number | null;
  };
}

export interface InboxRow {
  readonly id: string;
  readonly connectionId: string;
  readonly provider: Provider;
  readonly type: string;
  readonly deliveryKey: string;
  readonly payload: unknown;
  readonly processedAt: Instant | null;
  readonly receivedAt: Instant;
}

export interface UnreadableRecord {
  readonly id: string;
  readonly type: string;
  readonly deliveryKey: string;
  readonly problem: string | null;
  readonly receivedAt: Instant;
}

export interface InboxQueries {
  /**
   * Stores a page and moves the stream's cursor, in one transaction. Records that are known by their delivery key are
   * dropped. A stream that was started anew in the meantime stays where it is: the page belongs to a pass that is over.
   * @returns the ids of the new rows, in the order of the records, and whether the stream moved
   * @throws {AppError} `not_found` when the connection is gone
   */
  storePage(connectionId: string, page: InboxPage): Promise<{ newIds: string[]; moved: boolean }>;
  /** Those of the keys under which a record is stored. */
  findKnownKeys(connectionId: string, deliveryKeys: readonly string[]): Promise<Set<string>>;
  /** Stores all records in one transaction: when reading them fails midway, nothing is stored and the error goes on. */
  storeAll(
    connectionId: string,
    records: AsyncIterable<RawRecord>,
    source: InboxSource,
  ): Promise<{ newIds: string[]; received: number }>;
  /** In the order of their ids; rows that are gone are left out. */
  read(ids: readonly string[]): Promise<InboxRow[]>;
  /**
   * The unprocessed ones of these rows, in the order of their ids, a few at a time: payloads of at most 16 MB as text, or
   * a single larger one. What was processed before its turn came is left out.
   */
  readUnprocessed(ids: readonly string[]): AsyncIterable<InboxRow[]>;
  /**
   * Writes what was read from inbox rows and marks them processed, in one transaction. Safe to run twice and side by
   * side: an older version never overwrites a newer one, and nothing is deleted.
   */
  settle(results: readonly SettledRecord[]): Promise<Settlement>;
  /** Oldest first. */
  listUnprocessed(limit: number, olderThan: Instant): Promise<{ id: string; connectionId: string }[]>;
  countUnprocessed(connectionId?: string): Promise<number>;
  /** Newest first. */
  listUnreadable(connectionId: string, limit: number): Promise<UnreadableRecord[]>;
  /** Makes every row of the connection unprocessed again. @returns how many were processed */
  markForReplay(connectionId: string): Promise<number>;
}

export function createInboxQueries(db: Kysely<Database>): InboxQueries {
  const rowsOf = (ids: readonly string[]) =>
    db
      .selectFrom('inbox')
      .innerJoin('connection', 'connection.id', 'inbox.connectionId')
      .select([
        'inbox.id',
        'inbox.connectionId',
        'connection.provider',
        'inbox.type',
        'inbox.deliveryKey',
        'inbox.payload',
        'inbox.processedAt',
        'inbox.receivedAt',
      ])
      .where(sql<SqlBool>`inbox.id = any(${ids}::bigint[])`)
      .orderBy('inbox.id');

  return {
    storePage(connectionId, { records, source, stream }) {
      return inTransaction(db, async (transaction) => {
        const newIds: string[] = [];
        for await (const batch of jsonBatches(records)) {
          newIds.push(...(await insertRecords(transaction, connectionId, source, batch)));
        }
        const moved = stream !== undefined && (await moveStream(transaction, connectionId, stream, records.length));
        return { newIds, moved };
      });
    },

    async findKnownKeys(connectionId, deliveryKeys) {
      const rows = await db
        .selectFrom('inbox')
        .select('deliveryKey')
        .where('connectionId', '=', connectionId)
        .where(sql<SqlBool>`delivery_key = any(${deliveryKeys})`)
        .execute();
      return new Set(rows.map(({ deliveryKey }) => deliveryKey));
    },

    storeAll(connectionId, records, source) {
      return db.transaction().execute(async (transaction) => {
        await lockFor(transaction, `import/${connectionId}`);
        const newIds: string[] = [];
        let received = 0;
        async function* counted() {
          for await (const record of records) {
            received += 1;
            yield record;
          }
        }
        for await (const batch of jsonBatches(counted())) {
          for (const id of await insertRecords(transaction, connectionId, source, batch)) newIds.push(id);
        }
        return { newIds, received };
      });
    },

    read: (ids) => rowsOf(ids).execute(),

    async *readUnprocessed(ids) {
      const sized = await db
        .selectFrom('inbox')
        .select(['id', sql<number>`octet_length(payload::text)`.as('bytes')])
        .where(sql<SqlBool>`id = any(${ids}::bigint[])`)
        .where('processedAt', 'is', null)
        .orderBy('id')
        .execute();
      for (const slice of slicesOf(sized, bytesPerSlice)) {
        const rows = await rowsOf(slice).where('inbox.processedAt', 'is', null).execute();
        if (rows.length > 0) yield rows;
      }
    },

    settle: (results) => inTransaction(db, (transaction) => settle(transaction, results)),

    listUnprocessed(limit, olderThan) {
      return db
        .selectFrom('inbox')
        .select(['id', 'connectionId'])
        .where('processedAt', 'is', null)
        .where('receivedAt', '<', sql<string>`${olderThan}::timestamptz`)
        .orderBy('id')
        .limit(limit)
        .execute();
    },

    async countUnprocessed(connectionId) {
      let query = db.selectFrom('inbox').select(countOfAll).where('processedAt', 'is', null);
      if (connectionId !== undefined) query = query.where('connectionId', '=', connectionId);
      return (await query.executeTakeFirstOrThrow()).total;
    },

    listUnreadable(connectionId, limit) {
      return db
        .selectFrom('inbox')
        .select(['id', 'type', 'deliveryKey', 'problem', 'receivedAt'])
        .where('connectionId', '=', connectionId)
        .where('outcome', '=', 'unreadable')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
    },

    markForReplay(connectionId) {
      return inTransaction(db, async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('inbox')
          .set({ processedAt: null, outcome: null, problem: null })
          .where('connectionId', '=', connectionId)
          .where('processedAt', 'is not', null)
          .executeTakeFirst();
        return Number(numUpdatedRows);
      });
    },
  };
}

const bytesPerSlice = 16 * 1024 * 1024;

/** Runs of ids whose sizes sum up to no more than `most`, in their order; what is larger by itself stands alone. */
function slicesOf(rows: readonly { readonly id: string; readonly bytes: number }[], most: number): string[][] {
  const slices: string[][] = [];
  let left = 0;
  for (const { id, bytes } of rows) {
    const slice = slices.at(-1);
    if (slice !== undefined && bytes <= left) slice.push(id);
    else {
      slices.push([id]);
      left = most;
    }
    left -= bytes;
  }
  return slices;
}

async function insertRecords(
  db: Kysely<Database>,
  connectionId: string,
  source: InboxSource,
  batch: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into inbox (connection_id, source, type, delivery_key, payload)
    select ${connectionId}, ${source}, type, "deliveryKey", coalesce(payload, 'null')
    from json_to_recordset(${batch}::json) as record (type text, "deliveryKey" text, payload jsonb)
    on conflict (connection_id, delivery_key) do nothing
    returning id`.execute(db);
  return rows.map(({ id }) => id);
}

/** @returns whether the stream stood where the page began */
async function moveStream(
  db: Kysely<Database>,
  connectionId: string,
  { stream, from, next, done, expected }: NonNullable<InboxPage['stream']>,
  records: number,
): Promise<boolean> {
  const state = done ? 'done' : 'running';
  const moved = await db
    .insertInto('stream')
    .values({ connectionId, stream, cursor: next, since: from.since, state, records, expected })
    .onConflict((conflict) =>
      conflict
        .columns(['connectionId', 'stream'])
        .doUpdateSet({
          cursor: next,
          state,
          records: sql`stream.records + excluded.records`,
          expected: sql`coalesce(excluded.expected, stream.expected)`,
          problem: null,
          updatedAt: sql`now()`,
        })
        .where(standsAt(from)),
    )
    .returning('stream')
    .execute();
  return moved.length > 0;
}
