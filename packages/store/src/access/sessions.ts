import {
  AppError,
  type BrowserSession,
  type Caller,
  type Instant,
  type Role,
  type Scope,
  type SessionStartMethod,
} from '@refrain/domain';
import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { sha256 } from '../sql/hash.ts';
import { inTransaction, retryConcurrencyConflicts } from '../sql/in-transaction.ts';
import { toStorableText } from '../sql/json-text.ts';
import { randomId } from '../sql/stable-id.ts';
import {
  createCallerFromUser,
  createRandomSecret,
  endSessionsAndSignInLinks,
  isLastUseOutdated,
  isTokenUnexpired,
  now,
  runForActiveUser,
  timeFromNow,
  updateUserLastSeen,
  userColumns,
} from './credentials.ts';

export interface ValidSession {
  readonly id: string;
  readonly user: Caller;
  readonly via: SessionStartMethod;
  /** The token that created the session's sign-in link; null if none did. The token's scopes limit the session. */
  readonly token: SessionToken | null;
  /** Whether the session's secret is an hour old and has to be renewed. */
  readonly isDue: boolean;
}

interface SessionToken {
  readonly id: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Instant | null;
}

export interface SessionOrigin {
  readonly via: SessionStartMethod;
  readonly client: string | null;
  /** The token that created the session's sign-in link. When the token ends, the session ends too. */
  readonly tokenId: string | null;
}

export interface NewSession {
  readonly id: string;
  readonly secret: string;
}

/** The token or session with which a request is authenticated. */
export interface Grant {
  readonly kind: 'token' | 'session';
  readonly id: string;
}

/** Stores the sessions of browsers, with only the SHA-256 of their secret. */
export function createSessionQueries(db: Kysely<Database>) {
  return {
    /**
     * Creates a session, which ends after `validForMs` milliseconds, or after a day without a request.
     * @throws {AppError} `forbidden` for a deactivated user
     */
    async createSession(validForMs: number, userId: string, origin: SessionOrigin = byLink): Promise<NewSession> {
      await deleteEndedSessions(db);
      const session = await runForActiveUser(db, userId, (transaction) =>
        insertSession(transaction, validForMs, userId, origin),
      );
      await updateUserLastSeen(db, userId);
      return session;
    },
    async findSession(secret: string): Promise<ValidSession | null> {
      const hash = sha256(secret);
      const found = await db
        .selectFrom('session')
        .innerJoin('appUser', 'appUser.id', 'session.userId')
        .leftJoin('apiToken', 'apiToken.id', 'session.tokenId')
        .select(['session.id', 'session.via', ...userColumns])
        .select(['apiToken.id as tokenId', 'apiToken.scopes as tokenScopes', 'apiToken.expiresAt as tokenExpiresAt'])
        .select([isRenewalDue.as('isDue'), isLastUseOutdated('used_at').as('isUnnoted')])
        .where((is) => is.or([is('session.hash', '=', hash), is('session.formerHash', '=', hash)]))
        .where(isOpen)
        .where('appUser.disabledAt', 'is', null)
        .executeTakeFirst();
      if (found === undefined) return null;
      const { id, via, isDue, isUnnoted, tokenId, tokenScopes, tokenExpiresAt, ...user } = found;
      if (isUnnoted) {
        await db.updateTable('session').set({ usedAt: now }).where('id', '=', id).execute();
        await updateUserLastSeen(db, user.userId);
      }
      const token = tokenId === null ? null : { id: tokenId, scopes: tokenScopes ?? [], expiresAt: tokenExpiresAt };
      return { id, user: createCallerFromUser(user), via, token, isDue };
    },
    /**
     * Replaces the secret of a session. The previous secret works until the next renewal, because the response with the
     * new one may get lost.
     * @returns null if the session was renewed within the last hour
     */
    async renewSession(id: string): Promise<{ secret: string } | null> {
      const secret = createRandomSecret();
      const { numUpdatedRows } = await db
        .updateTable('session')
        .set(({ ref }) => ({ formerHash: ref('hash'), hash: sha256(secret), renewedAt: now }))
        .where('id', '=', id)
        .where(isRenewalDue)
        .executeTakeFirst();
      return numUpdatedRows === 0n ? null : { secret };
    },
    async endSession(secret: string): Promise<void> {
      const hash = sha256(secret);
      await db
        .deleteFrom('session')
        .where((is) => is.or([is('hash', '=', hash), is('formerHash', '=', hash)]))
        .execute();
    },
    /** Lists the open sessions of a user, most recently used first. */
    async listSessions(userId: string): Promise<Omit<BrowserSession, 'isCurrent'>[]> {
      return db
        .selectFrom('session')
        .select(['id', 'via', 'client', 'createdAt as startedAt', 'usedAt as lastUsedAt', 'expiresAt'])
        .where('userId', '=', userId)
        .where(isOpen)
        .orderBy('usedAt', 'desc')
        .orderBy('id')
        .execute();
    },
    /** @throws {AppError} `not_found` if the user has no such session */
    async endOwnSession(id: string, userId: string): Promise<void> {
      const ended = await db.deleteFrom('session').where('id', '=', id).where('userId', '=', userId).executeTakeFirst();
      if (ended.numDeletedRows === 0n) throw new AppError('not_found', `There is no session ${id}`);
    },
    /** Returns the user's role for each token or session still valid, by `token/<id>` or `session/<id>`. */
    async listValidGrants(grants: readonly Grant[]): Promise<ReadonlyMap<string, Role>> {
      const idsOf = (kind: Grant['kind']) => grants.filter((grant) => grant.kind === kind).map(({ id }) => id);
      const valid = await db
        .selectFrom('apiToken')
        .innerJoin('appUser', 'appUser.id', 'apiToken.userId')
        .select([sql<string>`'token/' || api_token.id`.as('grant'), 'appUser.role'])
        .where(sql<SqlBool>`api_token.id = any(${idsOf('token')})`)
        .where(isTokenUnexpired)
        .where('appUser.disabledAt', 'is', null)
        .unionAll(
          db
            .selectFrom('session')
            .innerJoin('appUser', 'appUser.id', 'session.userId')
            .select([sql<string>`'session/' || session.id`.as('grant'), 'appUser.role'])
            .where(sql<SqlBool>`session.id = any(${idsOf('session')})`)
            .where(isOpen)
            .where('appUser.disabledAt', 'is', null),
        )
        .execute();
      return new Map(valid.map(({ grant, role }) => [grant, role]));
    },
    /** Ends all sessions and unused sign-in links of a user. */
    async endSessionsOf(userId: string): Promise<void> {
      await inTransaction(db, async (transaction) => {
        await transaction.selectFrom('appUser').select('id').where('id', '=', userId).forUpdate().execute();
        await endSessionsAndSignInLinks(transaction, userId);
      });
    },
  };
}

export async function deleteEndedSessions(db: Kysely<Database>): Promise<void> {
  await retryConcurrencyConflicts(() => db.deleteFrom('session').where(isOver).execute());
}

export async function insertSession(
  transaction: Transaction<Database>,
  validForMs: number,
  userId: string,
  { via, client, tokenId }: SessionOrigin,
): Promise<NewSession> {
  const secret = createRandomSecret();
  const id = randomId();
  const storedClient = client === null ? null : toStorableText(client);
  const expiresAt = timeFromNow(validForMs);
  const values = { id, hash: sha256(secret), userId, via, client: storedClient, tokenId, expiresAt };
  await transaction.insertInto('session').values(values).execute();
  return { id, secret };
}

const byLink: SessionOrigin = { via: 'link', client: null, tokenId: null };
/** Tests whether a session has expired, was unused for a day, or began with the link of an expired token. */
const isOver = sql<SqlBool>`(
  session.expires_at <= now() or session.used_at <= now() - interval '1 day'
  or exists (select from api_token where api_token.id = session.token_id and api_token.expires_at <= now())
)`;
const isOpen = sql<SqlBool>`not ${isOver}`;
const isRenewalDue = sql<boolean>`renewed_at < now() - interval '1 hour'`;
