import type { Instant, RawRecord } from '@refrain/domain';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { createNonceSource } from '../encryption/encryption.ts';
import type { Keyring } from '../encryption/keyring.ts';
import type { ErasedNameRecogniserReader } from '../names/erased-names.ts';
import { isOfErasedRepository } from '../names/erased-names.ts';
import type { Database } from '../schema/database.ts';
import { batchesOf } from '../sql/batches.ts';
import { retryConcurrencyConflicts } from '../sql/in-transaction.ts';
import { statementLimits, toJsonText, toStorableText } from '../sql/json-text.ts';
import { pack } from '../sql/pack.ts';
import { createPayloadLocation, type EncryptedPayload, encryptLargePayload } from './payload.ts';

export type InboxRecordSource = 'pull' | 'webhook' | 'file';

export interface RecordWithConnection {
  readonly connectionId: string;
  readonly record: RawRecord;
}

export interface NewInboxRow {
  readonly id: string;
  readonly connectionId: string;
}

interface SealedRecord extends EncryptedPayload {
  readonly connectionId: string;
  readonly type: string;
  readonly deliveryKey: string;
}

export interface RecordEncryptionDependencies {
  readonly keyring: Keyring;
  readonly erased: ErasedNameRecogniserReader;
}

/** Encrypts records, in order, in batches that each fit in one statement. Omits records of erased repositories. */
export function encryptRecordBatches(
  db: Kysely<Database>,
  records: Iterable<RecordWithConnection> | AsyncIterable<RecordWithConnection>,
  sealing: RecordEncryptionDependencies,
): AsyncGenerator<SealedRecord[]> {
  return batchesOf(sealAll(db, records, sealing), ({ sealed }) => sealed.length, statementLimits);
}

async function* sealAll(
  db: Kysely<Database>,
  records: Iterable<RecordWithConnection> | AsyncIterable<RecordWithConnection>,
  { keyring, erased }: RecordEncryptionDependencies,
) {
  const nextNonce = createNonceSource();
  for await (const { connectionId, record } of records) {
    const recogniser = await erased(db);
    if (isOfErasedRepository(recogniser, record)) continue;
    const deliveryKey = toStorableText(recogniser.redact(record.deliveryKey));
    const json = toJsonText(await recogniser.redactInSlices(record.payload));
    const payload = await encryptLargePayload(
      json,
      keyring,
      createPayloadLocation(connectionId, deliveryKey),
      nextNonce,
    );
    yield { connectionId, type: toStorableText(record.type), deliveryKey, ...payload };
  }
}

/** Inserts records with unknown delivery keys as unprocessed, and returns the new rows in the order of the records. */
export async function insertRecords(
  db: Kysely<Database>,
  source: InboxRecordSource,
  records: readonly SealedRecord[],
): Promise<NewInboxRow[]> {
  return (await sql<NewInboxRow>`with ${createInsertStatement(source, records)}`.execute(db)).rows;
}

/** Inserts records, and renews known ones as if they had just arrived. All of them become unprocessed. */
export async function insertOrRenewRecords(
  db: Kysely<Database>,
  source: InboxRecordSource,
  records: readonly SealedRecord[],
): Promise<{ id: string; isNew: boolean }[]> {
  const renew = sql`do update set
    received_at = excluded.received_at, payload = excluded.payload, payload_bytes = excluded.payload_bytes`;
  const { rows } = await sql<{ id: string; isNew: boolean }>`
    with ${storedRows(source, records, sql``, renew)},
    waiting as (
      insert into inbox_waiting (id, connection_id) select id, connection_id from stored
      on conflict (id) do nothing
    )
    select id, is_new from stored`.execute(db);
  return rows;
}

export interface InsertedInboxRow {
  readonly deliveryKey: string;
  readonly receivedAt: Instant;
}

/** Inserts records with unknown delivery keys as processed, because the same transaction applies them. */
export async function insertProcessedRecords(
  db: Kysely<Database>,
  source: InboxRecordSource,
  records: readonly SealedRecord[],
): Promise<InsertedInboxRow[]> {
  const stored = storedRows(source, records);
  return (await sql<InsertedInboxRow>`with ${stored} select delivery_key, received_at from stored`.execute(db)).rows;
}

/**
 * Inserts unprocessed records, and their ids into a separate table. Processing a record then only deletes its id there,
 * and need not rewrite the inbox and its indexes.
 * @param join a `join` clause on `connection_id` that restricts the records
 */
function createInsertStatement(
  source: InboxRecordSource,
  records: readonly SealedRecord[],
  join: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  return sql`
    ${storedRows(source, records, join)}
    insert into inbox_waiting (id, connection_id) select id, connection_id from stored
    returning id, connection_id`;
}

function storedRows(
  source: InboxRecordSource,
  records: readonly SealedRecord[],
  join: RawBuilder<unknown> = sql``,
  ifKnown: RawBuilder<unknown> = sql`do nothing`,
): RawBuilder<unknown> {
  const payloads = pack(records.map(({ sealed }) => sealed));
  return sql`
    stored as (
      insert into inbox (connection_id, source, type, delivery_key, payload, payload_bytes)
      select connection_id, ${source}, type, delivery_key, substr(${payloads.bytes}::bytea, start, length), bytes
      from unnest(
        ${records.map(({ connectionId }) => connectionId)}::text[],
        ${records.map(({ type }) => type)}::text[],
        ${records.map(({ deliveryKey }) => deliveryKey)}::text[],
        ${payloads.starts}::integer[],
        ${payloads.lengths}::integer[],
        ${records.map(({ bytes }) => bytes)}::integer[]
      ) with ordinality as record (connection_id, type, delivery_key, start, length, bytes, ordinal)
      ${join}
      order by ordinal
      on conflict (connection_id, delivery_key) ${ifKnown}
      returning id, connection_id, delivery_key, received_at, xmax = 0 as is_new
    )`;
}

/** Minimum time between updates of a webhook's delivery time. Each update makes concurrent deliveries wait. */
const receivedPrecisionSeconds = 5;

/** Stores each batch in one statement, because a round trip takes as long as inserting a few hundred rows. */
export async function storeWebhookDeliveries(
  db: Kysely<Database>,
  sealing: RecordEncryptionDependencies,
  deliveries: readonly RecordWithConnection[],
): Promise<NewInboxRow[]> {
  const rows: NewInboxRow[] = [];
  for await (const batch of encryptRecordBatches(db, deliveries, sealing)) {
    const ids = [...new Set(batch.map(({ connectionId }) => connectionId))];
    const insert = createInsertStatement('webhook', batch, sql`join present using (connection_id)`);
    const stored = await retryConcurrencyConflicts(() =>
      sql<NewInboxRow>`with ${presentAndReceived(ids)}, ${insert}`.execute(db),
    );
    rows.push(...stored.rows);
  }
  return rows;
}

/**
 * Locks the connections against removal, and records when they received a delivery, which proves that the webhook
 * works. If another process is writing a connection's row, skips the time of an active webhook, whose next delivery
 * comes soon. Waits if the webhook is inactive, because its next delivery may be far off.
 */
function presentAndReceived(connectionIds: readonly string[]): RawBuilder<unknown> {
  const isDue = sql`
    id = any(${connectionIds})
    and coalesce((webhook->>'deliveredAt')::timestamptz, '-infinity') < now() - make_interval(secs => ${receivedPrecisionSeconds})`;
  return sql`
    present as (
      select id as connection_id from connection where id = any(${connectionIds}) order by id for key share
    ),
    working as (
      select id from connection where ${isDue} and webhook->>'state' = 'active' for no key update skip locked
    ),
    unheard as (
      select id from connection where ${isDue} and webhook->>'state' <> 'active' order by id for no key update
    ),
    due as (select id from working union all select id from unheard),
    heard as (
      update connection set webhook = webhook
        || jsonb_build_object('deliveredAt', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        || case when webhook->>'state' in ('none', 'silent', 'refused') then '{"state": "active", "problem": null}' else '{}' end::jsonb
      from due where connection.id = due.id
    )`;
}
