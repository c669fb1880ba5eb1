import { randomBytes } from 'node:crypto';
import { AppError, type Caller, type Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';

export const now = sql<Instant>`now()`;
export const isTokenUnexpired = sql<SqlBool>`(expires_at is null or expires_at > now())`;
export const userColumns = ['appUser.id as userId', 'appUser.name as userName', 'appUser.role as userRole'] as const;

export function createCallerFromUser(user: { userId: string; userName: string; userRole: Caller['role'] }): Caller {
  return { id: user.userId, name: user.userName, role: user.userRole };
}

export function createRandomSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function timeFromNow(ms: number) {
  return sql<Instant>`now() + ${ms} * interval '1 millisecond'`;
}

/** Tests whether a recorded use is missing or at least a minute old. Uses are recorded at most once a minute. */
export function isLastUseOutdated(column: string) {
  return sql<boolean>`coalesce(${sql.ref(column)} < now() - interval '1 minute', true)`;
}

export async function updateUserLastSeen(db: Kysely<Database>, userId: string): Promise<void> {
  await db
    .updateTable('appUser')
    .set({ lastSeenAt: now })
    .where('id', '=', userId)
    .where(isLastUseOutdated('last_seen_at'))
    .execute();
}

/**
 * Runs `work` while the user's row is locked. A concurrent deactivation waits for the lock, and therefore also deletes
 * the sessions, links and tokens that `work` creates.
 * @throws {AppError} `forbidden` for a deactivated user
 */
export function runForActiveUser<T>(
  db: Kysely<Database>,
  userId: string,
  work: (transaction: Transaction<Database>) => Promise<T>,
): Promise<T> {
  return inTransaction(db, async (transaction) => {
    const user = await transaction
      .selectFrom('appUser')
      .select('id')
      .where('id', '=', userId)
      .where('disabledAt', 'is', null)
      .forShare()
      .executeTakeFirst();
    if (user === undefined)
      throw new AppError('forbidden', 'Access to Refrain is closed for this user. An admin can reactivate them.');
    return work(transaction);
  });
}

export async function endSessionsAndSignInLinks(transaction: Kysely<Database>, userId: string): Promise<void> {
  await transaction.deleteFrom('session').where('userId', '=', userId).execute();
  await transaction.deleteFrom('signInLink').where('userId', '=', userId).execute();
}

/** Deletes all sessions, unused sign-in links and tokens of a user. */
export async function endUserAccess(transaction: Kysely<Database>, userId: string): Promise<void> {
  await endSessionsAndSignInLinks(transaction, userId);
  await transaction.deleteFrom('apiToken').where('userId', '=', userId).execute();
}
