import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { acquireLock, analysisLock, inTransaction, retryConcurrencyConflicts } from '../sql/in-transaction.ts';

const payloadsPerStatement = 5_000;

/**
 * Removes a connection and all its data: first the payloads in batches, because there may be millions, then the rest in
 * one transaction while no clustering runs. An interrupted removal can be repeated.
 */
export async function removeConnection(db: Kysely<Database>, id: string): Promise<void> {
  for (let after: string | null = ''; after !== null; ) after = await removePayloads(db, id, after);
  await inTransaction(db, async (transaction) => {
    await acquireLock(transaction, analysisLock);
    await sql`
      delete from link where target_id in (
        select id from failure where connection_id = ${id} union all select id from change where connection_id = ${id}
      )`.execute(transaction);
    await transaction.deleteFrom('connection').where('id', '=', id).execute();
    // Once the connection is deleted, no further data can arrive.
    await transaction.deleteFrom('inboxWaiting').where('connectionId', '=', id).execute();
  });
}

/** @returns the key of the last deleted row, after which the next batch starts; null if there was no row to delete */
function removePayloads(db: Kysely<Database>, connectionId: string, after: string): Promise<string | null> {
  return retryConcurrencyConflicts(async () => {
    const { rows } = await sql<{ last: string | null }>`
      with gone as (
        delete from inbox where id in (
          select id from inbox where connection_id = ${connectionId} and delivery_key > ${after}
          order by delivery_key limit ${payloadsPerStatement}
        ) returning id, delivery_key
      ), waiting as (delete from inbox_waiting using gone where inbox_waiting.id = gone.id)
      select max(delivery_key) as last from gone`.execute(db);
    return rows[0]?.last ?? null;
  });
}
