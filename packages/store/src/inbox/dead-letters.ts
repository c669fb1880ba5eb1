import {
  type BacklogResponse,
  type DeadLetter,
  type DeadLetterJob,
  type DeadLetterKind,
  dayInMs,
} from '@refrain/domain';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { hasElapsed } from '../sql/has-elapsed.ts';
import { acquireLock, inTransaction } from '../sql/in-transaction.ts';
import { toJsonText, toStorableText } from '../sql/json-text.ts';
import { newestFirstOrder } from '../sql/list-order.ts';
import { type ListPage, readListPage, totalCountColumn } from '../sql/list-page.ts';
import { stableId } from '../sql/stable-id.ts';
import { inboxPayloadsLock } from './inbox.ts';
import { selectDeadLetterRows, toDeadLetter } from './select-dead-letter-rows.ts';

export interface DeadLetterFilter {
  readonly id?: string;
  readonly kind?: DeadLetterKind;
  readonly queue?: string;
  readonly connectionId?: string;
}

export interface DeadLetterListOptions extends DeadLetterFilter {
  readonly after?: string;
  readonly limit: number;
}

/** The jobs and records to enqueue for a replay. If enqueueing fails, the reconciler enqueues them later. */
export interface DeadLettersToReplay {
  readonly jobs: readonly Pick<DeadLetterJob, 'name' | 'payload'>[];
  readonly records: readonly { readonly id: string; readonly connectionId: string }[];
  readonly deliveries: number;
}

/** Dead jobs are kept as long as events and their deliveries. */
const jobRetentionMs = 30 * dayInMs;

export function createDeadLetterQueries(db: Kysely<Database>) {
  const matching = (filter: DeadLetterFilter) => {
    let query = db.selectFrom(selectDeadLetterRows.as('letter'));
    if (filter.id !== undefined) query = query.where('id', '=', filter.id);
    if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
    if (filter.queue !== undefined) query = query.where('queue', '=', filter.queue);
    if (filter.connectionId !== undefined) query = query.where('connectionId', '=', filter.connectionId);
    return query;
  };

  return {
    /** Stores a dead job. Replaces an earlier one with the same key. */
    async addDeadLetter({ key, queue, name, payload, code, problem, attempts }: DeadLetterJob): Promise<void> {
      const connectionId = 'connectionId' in payload ? String(payload.connectionId) : null;
      await sql`
        insert into dead_job (id, queue, name, payload, connection_id, code, problem, attempts)
        values (
          ${stableId('job', key)}, ${queue}, ${name}, ${toJsonText(payload)}::jsonb,
          (select id from connection where id = ${connectionId}), ${code}, ${toStorableText(problem)}, ${attempts}
        )
        on conflict (id) do update set
          code = excluded.code, problem = excluded.problem, attempts = excluded.attempts, at = now(), replay_requested_at = null`.execute(
        db,
      );
    },

    /** Deletes the dead letter of a job that has succeeded. */
    async resolveDeadLetter(key: string): Promise<void> {
      await db.deleteFrom('deadJob').where('id', '=', stableId('job', key)).execute();
    },

    async listDeadPayloads(name: string): Promise<object[]> {
      return (await db.selectFrom('deadJob').select('payload').where('name', '=', name).execute()).map(
        ({ payload }) => payload,
      );
    },

    async listDeadLetters({ after, limit, ...filter }: DeadLetterListOptions): Promise<ListPage<DeadLetter>> {
      const count = async () => (await matching(filter).select(totalCountColumn).executeTakeFirstOrThrow()).total;
      const { items, ...page } = await readListPage(matching(filter).selectAll(), {
        order: newestFirstOrder,
        after,
        limit,
        count,
      });
      return { ...page, items: items.map(toDeadLetter) };
    },

    async findDeadLetter(id: string): Promise<DeadLetter | null> {
      const row = await matching({ id }).selectAll().executeTakeFirst();
      return row === undefined ? null : toDeadLetter(row);
    },

    /** Counts dead letters by kind and queue, without zeros. */
    async countDeadLetters(): Promise<BacklogResponse['deadLetters']> {
      const { rows } = await sql<BacklogResponse['deadLetters'][number]>`
        select kind, queue, count(*)::integer as count from ${selectDeadLetterRows} letter
        group by kind, queue order by kind, queue`.execute(db);
      return rows;
    },

    /**
     * Marks dead letters for replay, except records whose payload has expired and deliveries of disabled subscriptions.
     * A job remains a dead letter until it succeeds.
     * @param knownJobs marks only jobs with these names; by default, all jobs
     */
    requestReplay(filter: DeadLetterFilter, knownJobs?: readonly string[]): Promise<DeadLettersToReplay> {
      return inTransaction(db, async (transaction) => {
        // This lock prevents a payload from being deleted while its record becomes unprocessed.
        await acquireLock(transaction, inboxPayloadsLock);
        const jobs = await sql<DeadLettersToReplay['jobs'][number]>`
          update dead_job set replay_requested_at = now()
          where ${isMeant(filter, { kind: 'job', id: sql`id`, queue: sql`queue`, connectionId: sql`connection_id` })}
          and (${knownJobs === undefined} or name = any(${knownJobs ?? []}::text[]))
          returning name, payload`.execute(transaction);
        const records = await sql<DeadLettersToReplay['records'][number]>`
          with freed as (
            update inbox set problem = null
            where problem is not null and payload is not null
              and ${isMeant(filter, { kind: 'record', id: sql`id::text`, queue: sql`'ingest'`, connectionId: sql`connection_id` })}
            returning id, connection_id
          )
          insert into inbox_waiting (id, connection_id) select id, connection_id from freed order by id
          on conflict do nothing returning id, connection_id`.execute(transaction);
        const deliveries = await sql`
          update delivery set state = 'pending', attempts = 0, due_at = now() from subscription
          where delivery.state = 'given_up' and subscription.id = subscription_id and subscription.state = 'on'
            and ${isMeant(filter, { kind: 'delivery', id: sql`delivery.id`, queue: sql`'improvement'`, connectionId: sql`null` })}`.execute(
          transaction,
        );
        return { jobs: jobs.rows, records: records.rows, deliveries: Number(deliveries.numAffectedRows ?? 0n) };
      });
    },

    /**
     * Lists jobs whose replay was requested more than `olderThanMs` ago and has not ended. Redis may have lost these
     * jobs.
     */
    async listPendingReplays(olderThanMs: number): Promise<Pick<DeadLetterJob, 'name' | 'payload'>[]> {
      const { rows } = await sql<Pick<DeadLetterJob, 'name' | 'payload'>>`
        select name, payload from dead_job
        where ${hasElapsed(sql`replay_requested_at`, olderThanMs)}`.execute(db);
      return rows;
    },

    /** Deletes a dead letter, but not the record that it is about. Returns whether the dead letter existed. */
    async discardDeadLetter(id: string): Promise<boolean> {
      const [, kind, rowId = ''] = /^(job|record|delivery)-(.+)$/u.exec(id) ?? [];
      if (kind === 'job') return isOne(db.deleteFrom('deadJob').where('id', '=', rowId).executeTakeFirst());
      if (kind === 'delivery') {
        const dead = db.deleteFrom('delivery').where('id', '=', rowId).where('state', '=', 'given_up');
        return isOne(dead.executeTakeFirst());
      }
      if (!/^\d{1,18}$/u.test(rowId)) return false;
      const dead = db
        .updateTable('inbox')
        .set({ problem: null })
        .where('id', '=', rowId)
        .where('problem', 'is not', null);
      return (await dead.executeTakeFirst()).numUpdatedRows === 1n;
    },

    /** Deletes up to `limit` dead jobs that are older than 30 days, and returns their number. */
    async expireDeadLetters(limit: number): Promise<number> {
      const { numAffectedRows } = await sql`
        delete from dead_job where id = any(array(
          select id from dead_job where at < now() - ${jobRetentionMs} * interval '1 millisecond' limit ${limit}
        ))`.execute(db);
      return Number(numAffectedRows ?? 0n);
    },
  };
}

interface Columns {
  readonly kind: DeadLetterKind;
  readonly id: RawBuilder<unknown>;
  readonly queue: RawBuilder<unknown>;
  readonly connectionId: RawBuilder<unknown>;
}

function isMeant(filter: DeadLetterFilter, { kind, id, queue, connectionId }: Columns): RawBuilder<SqlBool> {
  const { id: ofLetter = null, kind: wanted = null, queue: ofQueue = null, connectionId: ofConnection = null } = filter;
  return sql<SqlBool>`(
    (${ofLetter}::text is null or ${`${kind}-`} || ${id} = ${ofLetter})
    and (${wanted}::text is null or ${wanted} = ${kind})
    and (${ofQueue}::text is null or ${queue} = ${ofQueue})
    and (${ofConnection}::text is null or ${connectionId} = ${ofConnection}))`;
}

async function isOne(deleted: Promise<{ readonly numDeletedRows: bigint }>): Promise<boolean> {
  return (await deleted).numDeletedRows === 1n;
}
