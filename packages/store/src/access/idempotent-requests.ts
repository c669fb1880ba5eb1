import { createHmac } from 'node:crypto';
import { dayInMs, minuteInMs } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { decryptSecret, encryptSecret, type SecretLocation } from '../encryption/encryption.ts';
import type { EncryptionKey, Keyring } from '../encryption/keyring.ts';
import type { Database } from '../schema/database.ts';
import { hasElapsed } from '../sql/has-elapsed.ts';
import { randomId } from '../sql/stable-id.ts';

const retentionMs = dayInMs;
/** No request takes this long. An older unfinished attempt was interrupted, so its request may run again. */
const timeoutMs = 5 * minuteInMs;

export interface IdempotentRequest {
  /** Identifies the caller, because two callers may use the same key. */
  readonly caller: string;
  readonly key: string;
  readonly content: string;
}

export interface StoredResponse {
  readonly status: number;
  readonly body: unknown;
}

export type BeginRequestResult =
  /** The caller of `beginRequest` must process the request, and then finish or abandon `attempt`. */
  | { readonly state: 'begun'; readonly attempt: string }
  | { readonly state: 'answered'; readonly answer: StoredResponse }
  | { readonly state: 'under_way' }
  /** The key was already used for a request with other content. */
  | { readonly state: 'other' };

/**
 * Makes a request with an `Idempotency-Key` take effect once, however often it is sent. Only a keyed digest of the
 * request is stored, and the response is encrypted; both are deleted after a day.
 */
export function createIdempotentRequestQueries(db: Kysely<Database>, keyring: Keyring) {
  const digest = ({ bytes }: EncryptionKey, ...parts: string[]) =>
    createHmac('sha256', bytes)
      .update(JSON.stringify(['repeatable request', ...parts]))
      .digest('base64url');
  const idBy = (encryptionKey: EncryptionKey, { caller, key }: IdempotentRequest) => digest(encryptionKey, caller, key);

  /** Returns the encryption key with which a request was stored. During a key rotation, this may be a former key. */
  async function keyOf(request: IdempotentRequest): Promise<EncryptionKey> {
    const { present, keys } = keyring;
    if (keys.length === 1) return present;
    const ids = keys.map((key) => idBy(key, request));
    const rows = await db.selectFrom('repeatableRequest').select('id').where(sql<SqlBool>`id = any(${ids})`).execute();
    const stored = new Set(rows.map(({ id }) => id));
    return keys.find((key) => stored.has(idBy(key, request))) ?? present;
  }

  const locationOf = (id: string): SecretLocation => ({ owner: 'none', what: 'answer', part: id });

  return {
    async beginRequest(request: IdempotentRequest): Promise<BeginRequestResult> {
      const key = await keyOf(request);
      const id = idBy(key, request);
      const fingerprint = digest(key, request.content);
      const attempt = randomId();
      const { rows } = await sql<{ attempt: string }>`
        insert into repeatable_request as stored (id, fingerprint, attempt) values (${id}, ${fingerprint}, ${attempt})
        on conflict (id) do update
        set fingerprint = excluded.fingerprint, attempt = excluded.attempt, answer = null, begun_at = excluded.begun_at
        where ${isOver(retentionMs)}
          or stored.answer is null and stored.fingerprint = excluded.fingerprint and ${hasElapsed(sql`stored.begun_at`, timeoutMs)}
        returning attempt`.execute(db);
      if (rows.length > 0) return { state: 'begun', attempt };
      const found = await db
        .selectFrom('repeatableRequest')
        .select(['fingerprint', 'answer'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (found === undefined) return { state: 'under_way' };
      if (found.fingerprint !== fingerprint) return { state: 'other' };
      if (found.answer === null) return { state: 'under_way' };
      const answer = decryptSecret(found.answer, keyring, locationOf(id)).toString('utf8');
      return { state: 'answered', answer: JSON.parse(answer) as StoredResponse };
    },

    async finishRequest(attempt: string, request: IdempotentRequest, answer: StoredResponse): Promise<void> {
      const id = idBy(await keyOf(request), request);
      await db
        .updateTable('repeatableRequest')
        .set({ answer: encryptSecret(JSON.stringify(answer), keyring, locationOf(id)) })
        .where('id', '=', id)
        .where('attempt', '=', attempt)
        .execute();
    },

    /** Deletes a failed request, so that the caller can use the key again. */
    async abandonRequest(attempt: string, request: IdempotentRequest): Promise<void> {
      const id = idBy(await keyOf(request), request);
      await db.deleteFrom('repeatableRequest').where('id', '=', id).where('attempt', '=', attempt).execute();
    },

    /** Deletes up to `limit` expired requests and returns their number, which is below `limit` if none are left. */
    async expireRequests(limit: number): Promise<number> {
      const { numAffectedRows } = await sql`
        delete from repeatable_request where id = any(array(
          select id from repeatable_request stored where ${isOver(retentionMs)} order by begun_at limit ${limit}
        ))`.execute(db);
      return Number(numAffectedRows ?? 0n);
    },
  };
}

function isOver(ms: number) {
  return sql<SqlBool>`stored.begun_at < now() - ${ms} * interval '1 millisecond'`;
}
