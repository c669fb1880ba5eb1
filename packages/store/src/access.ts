import { randomBytes } from 'node:crypto';
import { AppError, type Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import { sha256 } from './hash.ts';
import { storableText } from './json-text.ts';
import type { KeptTokens } from './kept-tokens.ts';
import { randomId } from './stable-id.ts';

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
}

/** Tokens, sign-in links and sessions. Only their SHA-256 is stored: a secret is seen once, when it is made. */
export interface AccessQueries {
  createToken(name: string, expiresAt: Instant | null): Promise<{ id: string; token: string }>;
  findToken(token: string): Promise<{ id: string; name: string } | null>;
  /** Oldest first, expired ones too. */
  listTokens(): Promise<ApiToken[]>;
  /** @throws {AppError} `not_found` */
  revokeToken(id: string): Promise<void>;
  /** Whether there is a token that is still good. */
  hasAnyToken(): Promise<boolean>;
  /** @param validForMs milliseconds, more than 0 */
  createSignInLink(validForMs: number): Promise<{ secret: string }>;
  /** True once, for a link that is known and not expired. */
  useSignInLink(secret: string): Promise<boolean>;
  /** @param validForMs milliseconds, more than 0 */
  createSession(validForMs: number): Promise<{ secret: string }>;
  findSession(secret: string): Promise<{ id: string } | null>;
  endSession(secret: string): Promise<void>;
}

/** Tells our tokens from others', for people and for scanners that look for leaked secrets. */
const tokenPrefix = 'rfr_';
const secretBytes = 32;

export function createAccessQueries(db: Kysely<Database>, tokens: KeptTokens): AccessQueries {
  return {
    async createToken(name, expiresAt) {
      const token = `${tokenPrefix}${randomSecret()}`;
      const id = randomId();
      await db
        .insertInto('apiToken')
        .values({ id, name: storableText(name), hash: sha256(token), expiresAt })
        .execute();
      return { id, token };
    },

    findToken(token) {
      const hash = sha256(token);
      return tokens.find(hash, async () => {
        const found = await db
          .selectFrom('apiToken')
          .select(['id', 'name'])
          .where('hash', '=', hash)
          .where(isGood)
          .executeTakeFirst();
        return found ?? null;
      });
    },

    listTokens() {
      return db
        .selectFrom('apiToken')
        .select(['id', 'name', 'createdAt', 'expiresAt'])
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
    },

    async revokeToken(id) {
      const { numDeletedRows } = await db.deleteFrom('apiToken').where('id', '=', id).executeTakeFirst();
      tokens.forget();
      if (numDeletedRows === 0n) throw new AppError('not_found', `There is no token ${id}`);
    },

    async hasAnyToken() {
      return (await db.selectFrom('apiToken').select('id').where(isGood).limit(1).executeTakeFirst()) !== undefined;
    },

    async createSignInLink(validForMs) {
      const secret = randomSecret();
      await db.deleteFrom('signInLink').where('expiresAt', '<', sql<Instant>`now()`).execute();
      await db
        .insertInto('signInLink')
        .values({ hash: sha256(secret), expiresAt: inFuture(validForMs) })
        .execute();
      return { secret };
    },

    async useSignInLink(secret) {
      const used = await db
        .deleteFrom('signInLink')
        .where('hash', '=', sha256(secret))
        .returning(sql<boolean>`expires_at > now()`.as('good'))
        .executeTakeFirst();
      return used?.good ?? false;
    },

    async createSession(validForMs) {
      const secret = randomSecret();
      await db.deleteFrom('session').where('expiresAt', '<', sql<Instant>`now()`).execute();
      await db
        .insertInto('session')
        .values({ id: randomId(), hash: sha256(secret), expiresAt: inFuture(validForMs) })
        .execute();
      return { secret };
    },

    async findSession(secret) {
      const found = await db
        .selectFrom('session')
        .select('id')
        .where('hash', '=', sha256(secret))
        .where(isGood)
        .executeTakeFirst();
      return found ?? null;
    },

    async endSession(secret) {
      await db.deleteFrom('session').where('hash', '=', sha256(secret)).execute();
    },
  };
}

const isGood = sql<SqlBool>`(expires_at is null or expires_at > now())`;

function inFuture(ms: number) {
  return sql<Instant>`now() + ${ms} * interval '1 millisecond'`;
}

function randomSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}
