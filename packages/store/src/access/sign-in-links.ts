import type { Caller, Instant } from '@refrain/domain';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { sha256 } from '../sql/hash.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import {
  createCallerFromUser,
  createRandomSecret,
  now,
  runForActiveUser,
  timeFromNow,
  updateUserLastSeen,
  userColumns,
} from './credentials.ts';
import { deleteEndedSessions, insertSession, type NewSession } from './sessions.ts';

export interface SignInLinkOwner extends Caller {
  readonly tokenId: string | null;
}

export interface SignInLinkOptions {
  readonly tokenId?: string | null;
  readonly replacesEarlier?: boolean;
}

/** Stores one-time links that sign a user in, with only the SHA-256 of their secret. */
export function createSignInLinkQueries(db: Kysely<Database>) {
  return {
    /**
     * @param validForMs milliseconds, more than 0
     * @param options `tokenId` is the token that creates the link; the link ends with the token. With `replacesEarlier`, the
     * earlier links of the user end.
     * @throws {AppError} `forbidden` for a deactivated user
     */
    async createSignInLink(
      validForMs: number,
      userId: string,
      { tokenId = null, replacesEarlier = false }: SignInLinkOptions = {},
    ): Promise<{ secret: string; expiresAt: Instant }> {
      const secret = createRandomSecret();
      await db.deleteFrom('signInLink').where('expiresAt', '<', now).execute();
      const values = { hash: sha256(secret), userId, tokenId, expiresAt: timeFromNow(validForMs) };
      const { expiresAt } = await runForActiveUser(db, userId, async (transaction) => {
        if (replacesEarlier) await transaction.deleteFrom('signInLink').where('userId', '=', userId).execute();
        return transaction.insertInto('signInLink').values(values).returning('expiresAt').executeTakeFirstOrThrow();
      });
      return { secret, expiresAt };
    },
    /** Returns the user whom a link would sign in, without using the link; null if it is unknown, used or expired. */
    async findSignInLink(secret: string): Promise<SignInLinkOwner | null> {
      const user = await db
        .selectFrom('signInLink')
        .innerJoin('appUser', 'appUser.id', 'signInLink.userId')
        .select(['tokenId', ...userColumns])
        .where('hash', '=', sha256(secret))
        .where('expiresAt', '>', now)
        .where('signInMethod', '=', 'link')
        .where('disabledAt', 'is', null)
        .executeTakeFirst();
      return user === undefined ? null : { ...createCallerFromUser(user), tokenId: user.tokenId };
    },
    /**
     * Uses a link, ends all other links of the user and creates a session, in one transaction.
     * @param validForMs how long the session is valid, in milliseconds
     * @param client the browser and operating system
     * @returns null if the link is unknown, used or expired
     */
    async useSignInLink(
      secret: string,
      validForMs: number,
      client: string | null = null,
    ): Promise<{ user: Caller; session: NewSession } | null> {
      const hash = sha256(secret);
      const opened = await inTransaction(db, async (transaction) => {
        const found = await transaction
          .selectFrom('signInLink')
          .select('userId')
          .where('hash', '=', hash)
          .executeTakeFirst();
        if (found === undefined) return null;
        const user = await lockUser(transaction, found.userId);
        if (user === null) return null;
        const link = await transaction
          .deleteFrom('signInLink')
          .where('hash', '=', hash)
          .where('expiresAt', '>', now)
          .returning('tokenId')
          .executeTakeFirst();
        if (link === undefined) return null;
        // Deletes the user's other links, such as those that processes logged when they started.
        await transaction.deleteFrom('signInLink').where('userId', '=', user.id).execute();
        const origin = { via: 'link', client, tokenId: link.tokenId } as const;
        return { user, session: await insertSession(transaction, validForMs, user.id, origin) };
      });
      if (opened === null) return null;
      await deleteEndedSessions(db);
      await updateUserLastSeen(db, opened.user.id);
      return opened;
    },
    /** Ends all sign-in links of all users, and all sessions that began with a link. */
    async endSignInLinks(): Promise<void> {
      await inTransaction(db, async (transaction) => {
        await transaction.selectFrom('appUser').select('id').orderBy('id').forUpdate().execute();
        await transaction.deleteFrom('signInLink').execute();
        await transaction.deleteFrom('session').where('via', '=', 'link').execute();
      });
    },
  };
}

/**
 * Finds a user who may sign in by links, and locks the user's row until the transaction ends. Another use of a link, a
 * sign-out everywhere or a deactivation has to wait until then.
 */
async function lockUser(transaction: Transaction<Database>, userId: string): Promise<Caller | null> {
  const user = await transaction
    .selectFrom('appUser')
    .select(userColumns)
    .where('id', '=', userId)
    .where('signInMethod', '=', 'link')
    .where('disabledAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return user === undefined ? null : createCallerFromUser(user);
}
