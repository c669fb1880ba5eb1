import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { analysisLock, inTransaction, lockFor, retryLostRaces } from '../sql/in-transaction.ts';

/** Payloads that one statement removes. */
const payloadsAtOnce = 5_000;

/**
 * Removes a connection with all that came through it. Its payloads go first, some at a time, for there may be many millions of them and
 * nobody has to wait for that; then all that is left in one transaction, while nothing is grouped. What is killed in between is done
 * by asking again.
 */
export async function removeConnection(db: Kysely<Database>, id: string): Promise<void> {
  for (let after: string | null = ''; after !== null; ) after = await removePayloads(db, id, after);
  await inTransaction(db, async (transaction) => {
    await lockFor(transaction, analysisLock);
    await sql`
      delete from link where target_id in (
        select id from failure where connection_id = ${id} union all select id from change where connection_id = ${id}
      )`.execute(transaction);
    await transaction.deleteFrom('connection').where('id', '=', id).execute();
    // After the connection: from here on nothing more can come for it.
    await transaction.deleteFrom('inboxWaiting').where('connectionId', '=', id).execute();
  });
}

/** @returns the last key that went; null where none is after this one */
function removePayloads(db: Kysely<Database>, connectionId: string, after: string): Promise<string | null> {
  return retryLostRaces(async () => {
    const { rows } = await sql<{ last: string | null }>`
      with gone as (
        delete from inbox where id in (
          select id from inbox where connection_id = ${connectionId} and delivery_key > ${after}
          order by delivery_key limit ${payloadsAtOnce}
        ) returning id, delivery_key
      ), waiting as (delete from inbox_waiting using gone where inbox_waiting.id = gone.id)
      select max(delivery_key) as last from gone`.execute(db);
    return rows[0]?.last ?? null;
  });
}
