import { randomBytes } from 'node:crypto';
import {
  type ApiToken,
  AppError,
  type Caller,
  type Instant,
  localAdminId,
  type OpenSession,
  type Role,
  type Scope,
  type SessionVia,
} from '@refrain/domain';
import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { sha256 } from '../sql/hash.ts';
import { inTransaction, lockFor, retryLostRaces } from '../sql/in-transaction.ts';
import { storableText } from '../sql/json-text.ts';
import { randomId } from '../sql/stable-id.ts';
import type { KnownToken, TokenCache } from './cached-tokens.ts';

export interface FoundSession {
  readonly id: string;
  readonly user: Caller;
  readonly via: SessionVia;
  /** The token that created the sign-in link of the session; null if none did. */
  readonly token: SessionToken | null;
  /** Whether the secret is an hour old: see `renewSession`. */
  readonly isDue: boolean;
}

/** The token that began a session: the session permits no more than it, and ends with it. */
export interface SessionToken {
  readonly id: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Instant | null;
}

/** The owner of a token and what it permits. */
export interface TokenOf {
  readonly userId: string;
  readonly scopes: readonly Scope[];
  /** The token that creates it and whose end also ends it. */
  readonly parentId?: string | null;
}

/** How a session begins. */
export interface SessionOrigin {
  readonly via: SessionVia;
  /** The browser and system. */
  readonly client: string | null;
  /** The token that created its sign-in link and whose end also ends the session. */
  readonly tokenId: string | null;
}

export interface NewSession {
  readonly id: string;
  readonly secret: string;
}

export interface LinkOwner extends Caller {
  /** The token that created the link. */
  readonly tokenId: string | null;
}

/** The token or session of a request. */
export interface Grant {
  readonly kind: 'token' | 'session';
  readonly id: string;
}

/** The owner of a token with all permissions of the local admin. */
export const ofLocalAdmin: TokenOf = { userId: localAdminId, scopes: ['admin'] };

/**
 * Tokens, sign-in links and sessions. Only their SHA-256 is stored, so that a secret is shown only once, at its
 * creation. Those of a disabled user are invalid, and their creation throws `forbidden`. Everything that a token
 * created ends with it.
 */
export interface AccessQueries {
  /** @throws {AppError} `conflict` if the user already has the maximum number of valid tokens */
  createToken(name: string, expiresAt: Instant | null, of: TokenOf): Promise<{ id: string; token: string }>;
  findToken(token: string): Promise<KnownToken | null>;
  /**
   * Lists tokens, oldest first, including expired ones.
   * @param userId only of this user
   */
  listTokens(userId?: string): Promise<ApiToken[]>;
  /**
   * @param userId only if the token belongs to this user
   * @throws {AppError} `not_found`
   */
  revokeToken(id: string, userId?: string): Promise<void>;
  /**
   * @param validForMs milliseconds, more than 0
   * @param tokenId the token that creates the link; the link ends with it
   */
  createSignInLink(validForMs: number, userId: string, tokenId?: string | null): Promise<{ secret: string }>;
  /** Returns the user whom a link would sign in, without using it; null if it is unknown, used or expired. */
  findSignInLink(secret: string): Promise<LinkOwner | null>;
  /**
   * Uses a link, ends all other links of its user and creates a session, in one transaction.
   * @param validForMs see `createSession`
   * @param client the browser and system
   * @returns null if the link is unknown, used or expired
   */
  useSignInLink(
    secret: string,
    validForMs: number,
    client?: string | null,
  ): Promise<{ user: Caller; session: NewSession } | null>;
  /** Creates a session, which ends after `validForMs` milliseconds, or after a day without a request. */
  createSession(validForMs: number, userId: string, origin?: SessionOrigin): Promise<NewSession>;
  /** Lists the open sessions of a user, most recently used first. */
  listSessions(userId: string): Promise<Omit<OpenSession, 'isCurrent'>[]>;
  /** @throws {AppError} `not_found` if the user has no such session */
  endSessionOf(id: string, userId: string): Promise<void>;
  /** Returns the role of each grant that is still valid, keyed as `token/id` (kind and id). */
  listValidGrants(grants: readonly Grant[]): Promise<ReadonlyMap<string, Role>>;
  findSession(secret: string): Promise<FoundSession | null>;
  /**
   * Replaces the secret of a session. The previous secret works until the next renewal, because the response may get
   * lost.
   * @returns null if the session was renewed within the hour
   */
  renewSession(id: string): Promise<{ secret: string } | null>;
  endSession(secret: string): Promise<void>;
  /** Ends all sign-in links, and all sessions that began with one. */
  endSignInLinks(): Promise<void>;
  /** Ends all sessions and unused sign-in links of a user. */
  endSessionsOf(userId: string): Promise<void>;
}

/** Distinguishes Refrain's tokens from others, for people and for scanners of leaked secrets. */
const tokenPrefix = 'rfr_';
const secretBytes = 32;
/** The maximum number of valid tokens of one user. */
const maxTokens = 100;
/** The number of expired tokens of one user that stay listed, newest first. */
const maxExpired = 20;

export function createAccessQueries(db: Kysely<Database>, tokens: TokenCache): AccessQueries {
  return {
    async createToken(name, expiresAt, { userId, scopes, parentId = null }) {
      const token = `${tokenPrefix}${randomSecret()}`;
      const id = randomId();
      const values = {
        id,
        name: storableText(name),
        hash: sha256(token),
        userId,
        scopes: [...scopes],
        parentId,
        expiresAt,
      };
      await whileActive(userId, async (transaction) => {
        await refuseBeyondMax(transaction, userId);
        await dropOldExpired(transaction, userId);
        await transaction.insertInto('apiToken').values(values).execute();
      });
      return { id, token };
    },
    findToken(token) {
      const hash = sha256(token);
      return tokens.find(hash, async () => {
        const found = await db
          .selectFrom('apiToken')
          .innerJoin('appUser', 'appUser.id', 'apiToken.userId')
          .select(['apiToken.id', 'apiToken.name', 'apiToken.scopes', 'apiToken.expiresAt', ...userColumns])
          .select(isAMinuteAgo('api_token.last_used_at').as('isUnnoted'))
          .where('hash', '=', hash)
          .where(isValidToken)
          .where('appUser.disabledAt', 'is', null)
          .executeTakeFirst();
        if (found === undefined) return null;
        const { id, name, scopes, expiresAt, isUnnoted, ...user } = found;
        if (isUnnoted) {
          await db.updateTable('apiToken').set({ lastUsedAt: now }).where('id', '=', id).execute();
          await recordLastSeen(user.userId);
        }
        return { id, name, scopes, expiresAt, user: toCaller(user) };
      });
    },
    async listTokens(userId) {
      let found = db
        .selectFrom('apiToken')
        .innerJoin('appUser', 'appUser.id', 'apiToken.userId')
        .select(['apiToken.id', 'apiToken.name', 'scopes', 'parentId', 'apiToken.createdAt', 'expiresAt', 'lastUsedAt'])
        .select(['appUser.id as userId', 'appUser.name as userName'])
        .orderBy('apiToken.createdAt')
        .orderBy('apiToken.id');
      if (userId !== undefined) found = found.where('userId', '=', userId);
      const rows = await found.execute();
      return rows.map(({ userId: id, userName: name, ...token }) => ({ ...token, owner: { id, name } }));
    },
    async revokeToken(id, userId) {
      let revoked = db.deleteFrom('apiToken').where('id', '=', id);
      if (userId !== undefined) revoked = revoked.where('userId', '=', userId);
      // The deletion cascades to the token's links and sessions, and can deadlock with the use of such a link.
      const { numDeletedRows } = await retryLostRaces(() => revoked.executeTakeFirst());
      tokens.forget();
      if (numDeletedRows === 0n) throw new AppError('not_found', `There is no token ${id}`);
    },
    async createSignInLink(validForMs, userId, tokenId = null) {
      const secret = randomSecret();
      await db.deleteFrom('signInLink').where('expiresAt', '<', now).execute();
      const values = { hash: sha256(secret), userId, tokenId, expiresAt: inFuture(validForMs) };
      await whileActive(userId, (transaction) => transaction.insertInto('signInLink').values(values).execute());
      return { secret };
    },
    findSignInLink,
    async useSignInLink(secret, validForMs, client = null) {
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
        // The other links may stay in a log for the rest of their hour, because each process that starts prints one.
        await transaction.deleteFrom('signInLink').where('userId', '=', user.id).execute();
        const origin = { via: 'link', client, tokenId: link.tokenId } as const;
        return { user, session: await insertSession(transaction, validForMs, user.id, origin) };
      });
      if (opened === null) return null;
      await deleteEndedSessions();
      await recordLastSeen(opened.user.id);
      return opened;
    },
    async createSession(validForMs, userId, origin = byLink) {
      await deleteEndedSessions();
      const session = await whileActive(userId, (transaction) =>
        insertSession(transaction, validForMs, userId, origin),
      );
      await recordLastSeen(userId);
      return session;
    },
    async findSession(secret) {
      const hash = sha256(secret);
      const found = await db
        .selectFrom('session')
        .innerJoin('appUser', 'appUser.id', 'session.userId')
        .leftJoin('apiToken', 'apiToken.id', 'session.tokenId')
        .select(['session.id', 'session.via', ...userColumns])
        .select(['apiToken.id as tokenId', 'apiToken.scopes as tokenScopes', 'apiToken.expiresAt as tokenExpiresAt'])
        .select([isRenewalDue.as('isDue'), isUnused.as('isUnused')])
        .where((is) => is.or([is('session.hash', '=', hash), is('session.formerHash', '=', hash)]))
        .where(sql<SqlBool>`not ${isOver}`)
        .where('appUser.disabledAt', 'is', null)
        .executeTakeFirst();
      if (found === undefined) return null;
      const { id, via, isDue, isUnused: isUnnoted, tokenId, tokenScopes, tokenExpiresAt, ...user } = found;
      if (isUnnoted) {
        await db.updateTable('session').set({ usedAt: now }).where('id', '=', id).execute();
        await recordLastSeen(user.userId);
      }
      const token = tokenId === null ? null : { id: tokenId, scopes: tokenScopes ?? [], expiresAt: tokenExpiresAt };
      return { id, user: toCaller(user), via, token, isDue };
    },
    async renewSession(id) {
      const secret = randomSecret();
      const { numUpdatedRows } = await db
        .updateTable('session')
        .set(({ ref }) => ({ formerHash: ref('hash'), hash: sha256(secret), renewedAt: now }))
        .where('id', '=', id)
        .where(isRenewalDue)
        .executeTakeFirst();
      return numUpdatedRows === 0n ? null : { secret };
    },
    async endSession(secret) {
      const hash = sha256(secret);
      await db
        .deleteFrom('session')
        .where((is) => is.or([is('hash', '=', hash), is('formerHash', '=', hash)]))
        .execute();
    },
    async listSessions(userId) {
      return db
        .selectFrom('session')
        .select(['id', 'via', 'client', 'createdAt as startedAt', 'usedAt as lastUsedAt', 'expiresAt'])
        .where('userId', '=', userId)
        .where(sql<SqlBool>`not ${isOver}`)
        .orderBy('usedAt', 'desc')
        .orderBy('id')
        .execute();
    },
    async endSessionOf(id, userId) {
      const ended = await db.deleteFrom('session').where('id', '=', id).where('userId', '=', userId).executeTakeFirst();
      if (ended.numDeletedRows === 0n) throw new AppError('not_found', `There is no session ${id}`);
    },
    async listValidGrants(grants) {
      const idsOf = (kind: Grant['kind']) => grants.filter((grant) => grant.kind === kind).map(({ id }) => id);
      const valid = await db
        .selectFrom('apiToken')
        .innerJoin('appUser', 'appUser.id', 'apiToken.userId')
        .select([sql<string>`'token/' || api_token.id`.as('grant'), 'appUser.role'])
        .where(sql<SqlBool>`api_token.id = any(${idsOf('token')})`)
        .where(isValidToken)
        .where('appUser.disabledAt', 'is', null)
        .unionAll(
          db
            .selectFrom('session')
            .innerJoin('appUser', 'appUser.id', 'session.userId')
            .select([sql<string>`'session/' || session.id`.as('grant'), 'appUser.role'])
            .where(sql<SqlBool>`session.id = any(${idsOf('session')})`)
            .where(sql<SqlBool>`not ${isOver}`)
            .where('appUser.disabledAt', 'is', null),
        )
        .execute();
      return new Map(valid.map(({ grant, role }) => [grant, role]));
    },
    async endSignInLinks() {
      await inTransaction(db, async (transaction) => {
        await transaction.selectFrom('appUser').select('id').orderBy('id').forUpdate().execute();
        await transaction.deleteFrom('signInLink').execute();
        await transaction.deleteFrom('session').where('via', '=', 'link').execute();
      });
    },
    async endSessionsOf(userId) {
      await inTransaction(db, async (transaction) => {
        await transaction.selectFrom('appUser').select('id').where('id', '=', userId).forUpdate().execute();
        await transaction.deleteFrom('session').where('userId', '=', userId).execute();
        await transaction.deleteFrom('signInLink').where('userId', '=', userId).execute();
      });
    },
  };

  /**
   * Finds a user who may sign in by links, and locks the row until the transaction ends: another use of a link, a
   * sign-out everywhere and a deactivation wait.
   */
  async function lockUser(transaction: Transaction<Database>, userId: string): Promise<Caller | null> {
    const user = await transaction
      .selectFrom('appUser')
      .select(userColumns)
      .where('id', '=', userId)
      .where('way', '=', 'link')
      .where('disabledAt', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    return user === undefined ? null : toCaller(user);
  }

  async function deleteEndedSessions(): Promise<void> {
    await retryLostRaces(() => db.deleteFrom('session').where(isOver).execute());
  }

  async function insertSession(
    transaction: Transaction<Database>,
    validForMs: number,
    userId: string,
    { via, client, tokenId }: SessionOrigin,
  ): Promise<NewSession> {
    const secret = randomSecret();
    const id = randomId();
    const storedClient = client === null ? null : storableText(client);
    const expiresAt = inFuture(validForMs);
    const values = { id, hash: sha256(secret), userId, via, client: storedClient, tokenId, expiresAt };
    await transaction.insertInto('session').values(values).execute();
    return { id, secret };
  }

  /**
   * Runs `work` while the user's row is locked. A concurrent deactivation waits and then ends what was created; after a
   * deactivation this throws `forbidden`.
   */
  function whileActive<T>(userId: string, work: (transaction: Transaction<Database>) => Promise<T>): Promise<T> {
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

  async function findSignInLink(secret: string): Promise<LinkOwner | null> {
    const user = await db
      .selectFrom('signInLink')
      .innerJoin('appUser', 'appUser.id', 'signInLink.userId')
      .select(['tokenId', ...userColumns])
      .where('hash', '=', sha256(secret))
      .where('expiresAt', '>', now)
      .where('way', '=', 'link')
      .where('disabledAt', 'is', null)
      .executeTakeFirst();
    return user === undefined ? null : { ...toCaller(user), tokenId: user.tokenId };
  }

  /**
   * Deletes the oldest expired tokens. Only valid tokens count towards the limit, so that expired ones would
   * accumulate.
   */
  async function dropOldExpired(transaction: Transaction<Database>, userId: string): Promise<void> {
    await sql`
      delete from api_token where id in (
        select id from api_token where user_id = ${userId} and expires_at <= now()
        order by expires_at desc, id offset ${maxExpired})`.execute(transaction);
  }

  /** Throws if the limit is reached. A concurrent creation for the same user waits for the end of the transaction. */
  async function refuseBeyondMax(transaction: Transaction<Database>, userId: string): Promise<void> {
    await lockFor(transaction, `tokens/${userId}`);
    const { good: validTokens } = await transaction
      .selectFrom('apiToken')
      .select(({ fn }) => fn.countAll<number>().as('good'))
      .where('userId', '=', userId)
      .where(isValidToken)
      .executeTakeFirstOrThrow();
    if (Number(validTokens) < maxTokens) return;
    throw new AppError(
      'conflict',
      `This user already has ${maxTokens} tokens, which is the limit. Revoke one that is no longer used.`,
    );
  }

  async function recordLastSeen(userId: string): Promise<void> {
    await db
      .updateTable('appUser')
      .set({ lastSeenAt: now })
      .where('id', '=', userId)
      .where(isAMinuteAgo('last_seen_at'))
      .execute();
  }
}

const now = sql<Instant>`now()`;
const isValidToken = sql<SqlBool>`(expires_at is null or expires_at > now())`;
/** Whether a session is over: expired, unused for a day, or begun by the link of a token that has expired. */
const isOver = sql<SqlBool>`(
  session.expires_at <= now() or session.used_at <= now() - interval '1 day'
  or exists (select from api_token where api_token.id = session.token_id and api_token.expires_at <= now())
)`;
const byLink: SessionOrigin = { via: 'link', client: null, tokenId: null };
/** Whether the use of the session has to be recorded again. */
const isUnused = isAMinuteAgo('used_at');

/** Whether the secret of the session has to be renewed. */
const isRenewalDue = sql<boolean>`renewed_at < now() - interval '1 hour'`;

const userColumns = ['appUser.id as userId', 'appUser.name as userName', 'appUser.role as userRole'] as const;

function toCaller(user: { userId: string; userName: string; userRole: Caller['role'] }): Caller {
  return { id: user.userId, name: user.userName, role: user.userRole };
}

/** Tests whether a recorded use is a minute old or missing, which limits how often it is written. */
function isAMinuteAgo(column: string) {
  return sql<boolean>`coalesce(${sql.ref(column)} < now() - interval '1 minute', true)`;
}

function inFuture(ms: number) {
  return sql<Instant>`now() + ${ms} * interval '1 millisecond'`;
}

function randomSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}
