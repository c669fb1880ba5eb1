import { AppError, type Instant, type Provider, type RawRecord, type UnreadableRecordsResponse } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { requireEncryptionKeys } from '../encryption/check-encryption-keys.ts';
import { readDeliveryKeysUnderFormerNames } from '../names/former-names.ts';
import type { Database } from '../schema/database.ts';
import { batchesOf } from '../sql/batches.ts';
import { isAheadOfClock } from '../sql/has-elapsed.ts';
import { acquireLock, inTransaction } from '../sql/in-transaction.ts';
import { toStorableText } from '../sql/json-text.ts';
import type { ListOrder } from '../sql/list-order.ts';
import { countListedRows, readListPage, totalCountColumn } from '../sql/list-page.ts';
import { type ApplyRecordsResult, applyRecords, type ParsedRecord } from './apply-records.ts';
import {
  encryptRecordBatches,
  type InboxRecordSource,
  insertOrRenewRecords,
  type RecordWithConnection,
  storeWebhookDeliveries,
} from './insert-records.ts';
import { createPayloadLocation, decryptPayload } from './payload.ts';
import { type InboxPage, type RecordStorageDependencies, type StoredRecordPage, storePage } from './store-page.ts';

export interface InboxRow {
  readonly id: string;
  readonly connectionId: string;
  readonly provider: Provider;
  readonly type: string;
  readonly deliveryKey: string;
  readonly payload: unknown;
  readonly receivedAt: Instant;
  /** Since when the record is unprocessed. After a replay, this is later than the record's arrival. */
  readonly waitingSince: Instant;
}

export type InboxDelivery = RecordWithConnection;

const newestFirst: ListOrder = {
  columns: [{ key: 'id', reference: 'inbox.id', type: 'bigint' }],
  direction: 'desc',
};

export function createInboxQueries(db: Kysely<Database>, keeping: RecordStorageDependencies) {
  const { keyring, erased, knownNames } = keeping;

  async function readRows(ids: readonly string[]): Promise<InboxRow[]> {
    const rows = await db
      .selectFrom('inboxWaiting')
      .innerJoin('inbox', 'inbox.id', 'inboxWaiting.id')
      .innerJoin('connection', 'connection.id', 'inbox.connectionId')
      .select(['inbox.id', 'inbox.connectionId', 'connection.provider', 'inbox.type', 'inbox.deliveryKey'])
      .select(['inbox.payload', 'inbox.receivedAt', 'inboxWaiting.since as waitingSince'])
      .where(sql<SqlBool>`inbox_waiting.id = any(${ids}::bigint[])`)
      .orderBy('inbox.id')
      .execute();
    try {
      return rows.flatMap(({ payload, ...row }) => {
        if (payload === null) return [];
        const location = createPayloadLocation(row.connectionId, row.deliveryKey);
        return [{ ...row, payload: decryptPayload(payload, keyring, location) }];
      });
    } catch (cause) {
      await requireEncryptionKeys(db, keyring);
      throw new AppError('invalid_input', 'No key decrypts the record. It is damaged, or its key is lost', {
        cause,
      });
    }
  }

  return {
    /**
     * Stores a page of records, applies parsed ones and moves the stream's cursor, in one transaction. Drops records
     * with known delivery keys. A stream that was restarted in the meantime keeps its cursor.
     * @throws {AppError} `not_found` if the connection was removed
     */
    storePage(connectionId: string, page: InboxPage): Promise<StoredRecordPage> {
      return inTransaction(db, (transaction) => storePage(transaction, keeping, connectionId, page));
    },

    /**
     * Stores webhook deliveries of one or more connections. Drops deliveries whose key is known or whose connection was
     * removed. Records when each connection last received a delivery, to within a few seconds.
     * @returns the new rows, in the order of the deliveries
     */
    async storeDeliveries(
      deliveries: readonly InboxDelivery[],
    ): Promise<{ newIds: { id: string; connectionId: string }[] }> {
      return { newIds: await storeWebhookDeliveries(db, keeping, deliveries) };
    },

    /** Returns those of the given keys that are stored, possibly under a former name of their repository. */
    async findKnownKeys(connectionId: string, deliveryKeys: readonly string[]): Promise<Set<string>> {
      const namesOf = await readDeliveryKeysUnderFormerNames(db, connectionId);
      const { redact } = await erased(db);
      const wanted = new Map(
        deliveryKeys.map((key) => [key, namesOf(key).map((name) => toStorableText(redact(name)))]),
      );
      const rows = await db
        .selectFrom('inbox')
        .select('deliveryKey')
        .where('connectionId', '=', connectionId)
        .where(sql<SqlBool>`delivery_key = any(${[...wanted.values()].flat()})`)
        .execute();
      const stored = new Set(rows.map(({ deliveryKey }) => deliveryKey));
      return new Set(deliveryKeys.filter((key) => wanted.get(key)?.some((name) => stored.has(name))));
    },

    /**
     * Stores all records in one transaction, or none if reading them fails. A record that is already stored is
     * processed again.
     * @returns the ids of all rows (now unprocessed); how many of them are new; and how many records were read
     */
    storeAll(
      connectionId: string,
      records: AsyncIterable<RawRecord>,
      source: InboxRecordSource,
    ): Promise<{ ids: string[]; stored: number; received: number }> {
      return db.transaction().execute(async (transaction) => {
        await acquireLock(transaction, `import/${connectionId}`);
        const ids: string[] = [];
        let stored = 0;
        let received = 0;
        async function* counted() {
          for await (const record of records) {
            received += 1;
            yield { connectionId, record };
          }
        }
        for await (const batch of encryptRecordBatches(transaction, counted(), keeping)) {
          for (const { id, isNew } of await insertOrRenewRecords(transaction, source, batch)) {
            ids.push(id);
            if (isNew) stored += 1;
          }
        }
        return { ids, stored, received };
      });
    },

    /**
     * Reads the given unprocessed rows, sorted by id, in batches with at most 4 MB of payloads, or with a single larger
     * payload.
     * @throws {AppError} `misconfigured` if this process lacks a key; `invalid_input` if no key decrypts a payload
     */
    async *readUnprocessed(ids: readonly string[]): AsyncIterable<InboxRow[]> {
      const sized = await db
        .selectFrom('inboxWaiting')
        .innerJoin('inbox', 'inbox.id', 'inboxWaiting.id')
        .select(['inbox.id', 'inbox.payloadBytes'])
        .where(sql<SqlBool>`inbox_waiting.id = any(${ids}::bigint[])`)
        .orderBy('inbox.id')
        .execute();
      for await (const slice of batchesOf(sized, ({ payloadBytes }) => payloadBytes, sliceLimits)) {
        const rows = await readRows(slice.map(({ id }) => id));
        if (rows.length > 0) yield rows;
      }
    },

    /**
     * Stores what was parsed from inbox rows, and marks the rows as processed, in one transaction. May run twice and
     * concurrently, because an older version never overwrites a newer one, and nothing is deleted.
     */
    applyRecords: (results: readonly ParsedRecord[]): Promise<ApplyRecordsResult> =>
      inTransaction(db, (transaction) => applyRecords(transaction, results, knownNames)),

    /** Lists unprocessed rows, of one connection or of all, oldest first. */
    listUnprocessed(
      limit: number,
      olderThan: Instant,
      connectionId?: string,
    ): Promise<{ id: string; connectionId: string }[]> {
      const waiting = db
        .selectFrom('inboxWaiting')
        .innerJoin('inbox', 'inbox.id', 'inboxWaiting.id')
        .select(['inbox.id', 'inbox.connectionId'])
        .where(sql<SqlBool>`(received_at < ${olderThan}::timestamptz or ${isAheadOfClock(sql`received_at`)})`)
        .orderBy('inboxWaiting.id')
        .limit(limit);
      return (
        connectionId === undefined ? waiting : waiting.where('inboxWaiting.connectionId', '=', connectionId)
      ).execute();
    },

    /** Returns the given rows that are still unprocessed. */
    async filterUnprocessed(ids: readonly string[]): Promise<string[]> {
      const waiting = db.selectFrom('inboxWaiting').select('id').where(sql<SqlBool>`id = any(${ids}::bigint[])`);
      return (await waiting.orderBy('id').execute()).map(({ id }) => id);
    },

    /** Marks a row as processed but unreadable. The row is then listed with its problem and can be replayed. */
    async markUnreadable(id: string, problem: string): Promise<void> {
      await sql`
        with settled as (delete from inbox_waiting where id = ${id} returning id)
        update inbox set problem = ${toStorableText(problem)} from settled where inbox.id = settled.id`.execute(db);
    },

    async countUnprocessed(connectionId?: string): Promise<number> {
      let query = db.selectFrom('inboxWaiting').select(totalCountColumn);
      if (connectionId !== undefined) query = query.where('connectionId', '=', connectionId);
      return (await query.executeTakeFirstOrThrow()).total;
    },

    async count(): Promise<number> {
      return (await db.selectFrom('inbox').select(totalCountColumn).executeTakeFirstOrThrow()).total;
    },

    async listUnreadable(
      connectionId: string,
      { limit, after }: { readonly limit: number; readonly after?: string },
    ): Promise<UnreadableRecordsResponse> {
      const unreadable = db
        .selectFrom('inbox')
        .where('connectionId', '=', connectionId)
        .where('problem', 'is not', null);
      const rows = unreadable
        .select(['id', 'type', 'deliveryKey', 'receivedAt'])
        .select(sql<string>`problem`.as('problem'));
      return readListPage(rows, { order: newestFirst, after, limit, count: () => countListedRows(db, unreadable) });
    },

    /**
     * Makes every row of a connection unprocessed again, except rows whose payload has expired.
     * @returns the number of unprocessed rows, and of rows with an expired payload
     */
    markForReplay(connectionId: string): Promise<{ records: number; expired: number }> {
      return inTransaction(db, async (transaction) => {
        await acquireLock(transaction, inboxPayloadsLock);
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('inboxWaiting')
          .columns(['id', 'connectionId'])
          .expression((eb) =>
            eb
              .selectFrom('inbox')
              .select(['id', 'connectionId'])
              .where('connectionId', '=', connectionId)
              .where('payload', 'is not', null)
              .orderBy('id'),
          )
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        await transaction
          .updateTable('inbox')
          .set({ problem: null })
          .where('connectionId', '=', connectionId)
          .where('problem', 'is not', null)
          .where('payload', 'is not', null)
          .execute();
        const { total } = await transaction
          .selectFrom('inbox')
          .select(totalCountColumn)
          .where('connectionId', '=', connectionId)
          .where('payload', 'is', null)
          .executeTakeFirstOrThrow();
        return { records: Number(numInsertedOrUpdatedRows), expired: total };
      });
    },

    /**
     * Deletes the payloads of up to `limit` processed rows that were received before `olderThan`, oldest first. The
     * rows stay, so that a redelivery is still recognised.
     * @returns the number of rows, which is below `limit` if none are left
     */
    expirePayloads(olderThan: Instant, limit: number): Promise<number> {
      return inTransaction(db, async (transaction) => {
        await acquireLock(transaction, inboxPayloadsLock);
        const { numAffectedRows } = await sql`
          with expired as (
            select id from inbox
            where payload is not null and received_at < ${olderThan}::timestamptz
              and not exists (select from inbox_waiting where inbox_waiting.id = inbox.id)
            order by received_at limit ${limit} for update
          )
          update inbox set payload = null from expired where inbox.id = expired.id`.execute(transaction);
        return Number(numAffectedRows ?? 0n);
      });
    },
  };
}

/** The lock for expiring payloads and for making rows unprocessed, so that no unprocessed row lacks its payload. */
export const inboxPayloadsLock = 'payloads';
/** Maximum bytes of payloads to decrypt and apply at once. More would block the event loop for a second. */
const sliceLimits = { count: Number.POSITIVE_INFINITY, size: 4 * 1024 * 1024 };
