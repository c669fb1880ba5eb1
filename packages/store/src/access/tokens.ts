import { type ApiToken, AppError, type Caller, type Instant, initialAdminId, type Scope } from '@refrain/domain';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { sha256 } from '../sql/hash.ts';
import { acquireLock, retryConcurrencyConflicts } from '../sql/in-transaction.ts';
import { toStorableText } from '../sql/json-text.ts';
import { randomId } from '../sql/stable-id.ts';
import {
  createCallerFromUser,
  createRandomSecret,
  isLastUseOutdated,
  isTokenUnexpired,
  now,
  runForActiveUser,
  updateUserLastSeen,
  userColumns,
} from './credentials.ts';

const maxCached = 1_000;

export interface ValidToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Instant | null;
  readonly user: Caller;
}

/** A cache of recently used valid tokens, so that not every request of a program queries the database. */
export interface TokenCache {
  /** @param find queries the database; returns null for an invalid token, which is not cached */
  find(hash: string, find: () => Promise<ValidToken | null>): Promise<ValidToken | null>;
  /** Empties the cache. Call this after a token was revoked. */
  forget(): void;
}

/**
 * @param cacheMs milliseconds for which a token that was revoked by another process, or has expired, may still be
 * accepted; 0 disables the cache
 */
export function createTokenCache(cacheMs: number, now: () => number = () => performance.now()): TokenCache {
  let cache = new Map<string, { readonly token: ValidToken; readonly until: number }>();
  return {
    async find(hash, find) {
      const known = cache.get(hash);
      if (known !== undefined && known.until > now()) return known.token;
      // A query that began before a revocation must not add its token to the cache afterwards.
      const into = cache;
      const token = await find();
      if (into.size >= maxCached) into.clear();
      if (token === null) into.delete(hash);
      else if (cacheMs > 0) into.set(hash, { token, until: now() + cacheMs });
      return token;
    },
    forget() {
      cache = new Map();
    },
  };
}

export interface TokenOwner {
  readonly userId: string;
  readonly scopes: readonly Scope[];
  /** The token that creates the new one. When the parent ends, the new token ends too. */
  readonly parentId?: string | null;
}

export const localAdminTokenOwner: TokenOwner = { userId: initialAdminId, scopes: ['admin'] };

/** The prefix by which people and scanners of leaked secrets recognise a token of Refrain. */
const tokenPrefix = 'rfr_';
const maxTokens = 100;
/** Number of expired tokens per user that stay listed, newest first. */
const maxExpired = 20;

/** Stores tokens of programs as SHA-256 only. When a token ends, all tokens, links and sessions that it created end. */
export function createTokenQueries(db: Kysely<Database>, tokens: TokenCache) {
  return {
    /**
     * @throws {AppError} `conflict` if the user already has the maximum number of valid tokens, `forbidden` for a
     * deactivated user
     */
    async createToken(
      name: string,
      expiresAt: Instant | null,
      { userId, scopes, parentId = null }: TokenOwner,
    ): Promise<{ id: string; token: string }> {
      const token = `${tokenPrefix}${createRandomSecret()}`;
      const id = randomId();
      const values = {
        id,
        name: toStorableText(name),
        hash: sha256(token),
        userId,
        scopes: [...scopes],
        parentId,
        expiresAt,
      };
      await runForActiveUser(db, userId, async (transaction) => {
        await refuseBeyondMax(transaction, userId);
        await dropOldExpired(transaction, userId);
        await transaction.insertInto('apiToken').values(values).execute();
      });
      return { id, token };
    },
    /** Returns null for an expired token and for a token of a deactivated user. */
    findToken(token: string): Promise<ValidToken | null> {
      const hash = sha256(token);
      return tokens.find(hash, async () => {
        const found = await db
          .selectFrom('apiToken')
          .innerJoin('appUser', 'appUser.id', 'apiToken.userId')
          .select(['apiToken.id', 'apiToken.name', 'apiToken.scopes', 'apiToken.expiresAt', ...userColumns])
          .select(isLastUseOutdated('api_token.last_used_at').as('isUnnoted'))
          .where('hash', '=', hash)
          .where(isTokenUnexpired)
          .where('appUser.disabledAt', 'is', null)
          .executeTakeFirst();
        if (found === undefined) return null;
        const { id, name, scopes, expiresAt, isUnnoted, ...user } = found;
        if (isUnnoted) {
          await db.updateTable('apiToken').set({ lastUsedAt: now }).where('id', '=', id).execute();
          await updateUserLastSeen(db, user.userId);
        }
        return { id, name, scopes, expiresAt, user: createCallerFromUser(user) };
      });
    },
    /** Lists the tokens of one user or of all, oldest first, including expired ones. */
    async listTokens(userId?: string): Promise<ApiToken[]> {
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
    /** @throws {AppError} `not_found`, also if the token does not belong to the given user */
    async revokeToken(id: string, userId?: string): Promise<void> {
      let revoked = db.deleteFrom('apiToken').where('id', '=', id);
      if (userId !== undefined) revoked = revoked.where('userId', '=', userId);
      // The deletion cascades to the token's links and sessions, so it can deadlock with a sign-in by one of the links.
      const { numDeletedRows } = await retryConcurrencyConflicts(() => revoked.executeTakeFirst());
      tokens.forget();
      if (numDeletedRows === 0n) throw new AppError('not_found', `There is no token ${id}`);
    },
  };
}

/** Deletes the oldest expired tokens of a user. They do not count towards the limit, so they would accumulate. */
async function dropOldExpired(transaction: Transaction<Database>, userId: string): Promise<void> {
  await sql`
    delete from api_token where id in (
      select id from api_token where user_id = ${userId} and expires_at <= now()
      order by expires_at desc, id offset ${maxExpired})`.execute(transaction);
}

/** Throws if the user has the maximum number of tokens. The lock makes a concurrent creation for the user wait. */
async function refuseBeyondMax(transaction: Transaction<Database>, userId: string): Promise<void> {
  await acquireLock(transaction, `tokens/${userId}`);
  const { count } = await transaction
    .selectFrom('apiToken')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .where(isTokenUnexpired)
    .executeTakeFirstOrThrow();
  if (Number(count) < maxTokens) return;
  throw new AppError(
    'conflict',
    `This user already has ${maxTokens} tokens, which is the limit. Revoke one that is no longer used.`,
  );
}
