import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { retryLostRaces } from '../sql/in-transaction.ts';
import {
  createInsertStatement,
  type NewInboxRow,
  type RecordWithConnection,
  type SealingContext,
  sealRecordBatches,
} from './insert-records.ts';

/** Recording the time of every delivery would make concurrent deliveries wait for the connection's row. */
const receivedPrecisionSeconds = 5;

/** Stores each batch in one statement, because a round trip takes as long as a few hundred small rows. */
export async function storeDeliveries(
  db: Kysely<Database>,
  sealing: SealingContext,
  deliveries: readonly RecordWithConnection[],
): Promise<NewInboxRow[]> {
  const rows: NewInboxRow[] = [];
  for await (const batch of sealRecordBatches(db, deliveries, sealing)) {
    const ids = [...new Set(batch.map(({ connectionId }) => connectionId))];
    const insert = createInsertStatement('webhook', batch, sql`join present using (connection_id)`);
    const stored = await retryLostRaces(() => sql<NewInboxRow>`with ${presentAndReceived(ids)}, ${insert}`.execute(db));
    rows.push(...stored.rows);
  }
  return rows;
}

/**
 * Locks the connections against removal, and records when they received a delivery, which proves that the webhook
 * works. Skips an active connection whose row another process is writing. Waits for an inactive one, because its next
 * delivery may not come for long.
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
