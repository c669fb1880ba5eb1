import type { Kysely } from 'kysely';
import type { Database } from '../schema/database.ts';

/** Deletes everything that gives a user access: sessions, unused links and tokens. */
export async function endAccess(transaction: Kysely<Database>, userId: string): Promise<void> {
  await transaction.deleteFrom('session').where('userId', '=', userId).execute();
  await transaction.deleteFrom('signInLink').where('userId', '=', userId).execute();
  await transaction.deleteFrom('apiToken').where('userId', '=', userId).execute();
}
