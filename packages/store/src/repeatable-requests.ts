import { createHmac } from 'node:crypto';
import { dayInMs, minuteInMs } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import { type SecretPlace, seal, unseal } from './encryption.ts';
import { randomId } from './stable-id.ts';

/** How long an answer is kept, in milliseconds. */
const keptForMs = dayInMs;
/** Longer than any request takes: who has not finished by then has died, and another may try. */
const patienceMs = 5 * minuteInMs;

export interface RepeatableRequest {
  /** Who asks: a key of one caller says nothing of another's. */
  readonly caller: string;
  readonly key: string;
  /** What is asked: method, address and body. */
  readonly content: string;
}

export interface RepeatedAnswer {
  readonly status: number;
  readonly body: unknown;
}

export type BegunRequest =
  /** It has to be answered now; `attempt` finishes it or gives it up. */
  | { readonly state: 'begun'; readonly attempt: string }
  | { readonly state: 'answered'; readonly answer: RepeatedAnswer }
  /** It is being answered at this moment. */
  | { readonly state: 'under_way' }
  /** The key belongs to another request. */
  | { readonly state: 'other' };

/**
 * Requests that may be sent again without being done again. Of what was asked only a keyed digest is stored, and what was
 * answered is encrypted; both are forgotten after a day.
 */
export interface RepeatableRequestQueries {
  begin(request: RepeatableRequest): Promise<BegunRequest>;
  finish(attempt: string, request: RepeatableRequest, answer: RepeatedAnswer): Promise<void>;
  /** It failed: the same key may be used again. */
  giveUp(attempt: string, request: RepeatableRequest): Promise<void>;
  /** Forgets at most `limit` of those whose time is over. @returns how many; fewer than `limit` when no more are left */
  expire(limit: number): Promise<number>;
}

export function createRepeatableRequestQueries(db: Kysely<Database>, encryptionKey: Buffer): RepeatableRequestQueries {
  const digest = (...parts: string[]) =>
    createHmac('sha256', encryptionKey)
      .update(JSON.stringify(['repeatable request', ...parts]))
      .digest('base64url');
  const idOf = ({ caller, key }: RepeatableRequest) => digest(caller, key);
  const fingerprintOf = ({ content }: RepeatableRequest) => digest(content);
  const placeOf = (id: string): SecretPlace => ({ owner: 'none', what: 'answer', part: id });

  return {
    async begin(request) {
      const id = idOf(request);
      const fingerprint = fingerprintOf(request);
      const attempt = randomId();
      const { rows } = await sql<{ attempt: string }>`
        insert into repeatable_request as stored (id, fingerprint, attempt) values (${id}, ${fingerprint}, ${attempt})
        on conflict (id) do update
        set fingerprint = excluded.fingerprint, attempt = excluded.attempt, answer = null, begun_at = excluded.begun_at
        where ${isOver(keptForMs)}
          or stored.answer is null and stored.fingerprint = excluded.fingerprint and ${isOver(patienceMs)}
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
      const answer = unseal(found.answer, encryptionKey, placeOf(id)).toString('utf8');
      return { state: 'answered', answer: JSON.parse(answer) as RepeatedAnswer };
    },

    async finish(attempt, request, answer) {
      const id = idOf(request);
      await db
        .updateTable('repeatableRequest')
        .set({ answer: seal(JSON.stringify(answer), encryptionKey, placeOf(id)) })
        .where('id', '=', id)
        .where('attempt', '=', attempt)
        .execute();
    },

    async giveUp(attempt, request) {
      await db.deleteFrom('repeatableRequest').where('id', '=', idOf(request)).where('attempt', '=', attempt).execute();
    },

    async expire(limit) {
      const { numAffectedRows } = await sql`
        delete from repeatable_request where id = any(array(
          select id from repeatable_request stored where ${isOver(keptForMs)} order by begun_at limit ${limit}
        ))`.execute(db);
      return Number(numAffectedRows ?? 0n);
    },
  };
}

function isOver(ms: number) {
  return sql<SqlBool>`stored.begun_at < now() - ${ms} * interval '1 millisecond'`;
}
