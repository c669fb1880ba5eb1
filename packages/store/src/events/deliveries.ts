import { dayInMs, type RefrainEvent } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { eventColumns } from './events.ts';

/** Maximum number of concurrent deliveries per subscription. A failing subscription gets one delivery at a time. */
const maxConcurrent = 20;
/** Longer than any retry delay. A due time even further in the future was set by a wrong clock. */
const maxWait = sql`interval '1 day'`;
const isDue = sql<SqlBool>`(due_at <= now() or due_at > now() + ${maxWait})`;
/** Time without a successful delivery after which a subscription is disabled. */
const timeoutMs = 3 * dayInMs;

export interface ClaimedDelivery {
  readonly id: string;
  readonly subscriptionId: string;
  readonly event: RefrainEvent;
  /** The number of delivery attempts, including the present one. */
  readonly attempts: number;
}

export interface FailedDelivery {
  /** A description of the failure, without secrets. */
  readonly problem: string;
  /** Milliseconds until the next attempt; null means that there is none. */
  readonly retryInMs: number | null;
  /** Whether the receiver responded that its URL is gone for good (410). */
  readonly isGone: boolean;
}

/** Stores which events are due for delivery to which subscriptions. A delivery is created together with its event. */
export function createDeliveryQueries(db: Kysely<Database>) {
  return {
    /** Lists the ids of due deliveries, oldest event first, with a maximum number per subscription. */
    async listDueDeliveries(limit: number): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`
        select due.id
        from subscription
        cross join lateral (
          select id, position from delivery
          where subscription_id = subscription.id and delivery.state = 'pending' and ${isDue}
          order by position limit case when failing_since is null then ${maxConcurrent}::integer else 1 end
        ) due
        where subscription.state = 'on'
        order by due.position limit ${limit}`.execute(db);
      return rows.map(({ id }) => id);
    },

    /**
     * Leases a delivery for `leaseMs` milliseconds, after which another process may claim it.
     * @returns null if the delivery is not due or is done, or if its subscription is disabled
     */
    async claimDelivery(id: string, leaseMs: number): Promise<ClaimedDelivery | null> {
      const { rows } = await sql<{ subscriptionId: string; attempts: number; position: string }>`
        update delivery set attempts = attempts + 1, due_at = now() + ${leaseMs} * interval '1 millisecond'
        from subscription
        where delivery.id = ${id} and delivery.state = 'pending' and ${isDue}
          and subscription.id = subscription_id and subscription.state = 'on'
        returning subscription_id, attempts, position`.execute(db);
      const [row] = rows;
      if (row === undefined) return null;
      const event = await db
        .selectFrom('event')
        .select(eventColumns)
        .where('position', '=', row.position)
        .executeTakeFirst();
      if (event === undefined) return null;
      return { id, subscriptionId: row.subscriptionId, attempts: row.attempts, event };
    },

    async recordDelivered(id: string): Promise<void> {
      await sql`
        with done as (update delivery set state = 'delivered' where id = ${id} returning subscription_id)
        update subscription
        set last_delivered_at = now(), failing_since = null, last_problem = null, last_problem_at = null
        from done where subscription.id = done.subscription_id`.execute(db);
    },

    /** Deletes a delivery of an event that the subscription does not include. */
    async dropDelivery(id: string): Promise<void> {
      await db.deleteFrom('delivery').where('id', '=', id).execute();
    },

    /**
     * Records a failed attempt. Disables the subscription if its receiver is gone, or if no delivery succeeded for
     * days.
     */
    async recordDeliveryProblem(id: string, { problem, retryInMs, isGone }: FailedDelivery): Promise<void> {
      const isLast = isGone || retryInMs === null;
      await inTransaction(db, async (transaction) => {
        const { rows } = await sql<{ id: string; isOff: boolean }>`
          with failed as (
            update delivery set
              state = case when ${isLast} then 'given_up' else state end,
              due_at = now() + ${retryInMs ?? 0} * interval '1 millisecond'
            where id = ${id} and state = 'pending' returning subscription_id
          )
          update subscription set
            last_problem = ${problem}, last_problem_at = now(), failing_since = coalesce(failing_since, now()),
            state = case
              when ${isGone} or ${isLast} and failing_since < now() - ${timeoutMs} * interval '1 millisecond' then 'off'
              else state
            end
          from failed where subscription.id = failed.subscription_id
          returning subscription.id, state = 'off' as is_off`.execute(transaction);
        const [row] = rows;
        if (row === undefined || !row.isOff) return;
        const reason = isGone
          ? 'The receiver responded that it is gone (410). A successful test enables the subscription again.'
          : 'Nothing could be delivered for days. A successful test enables the subscription again.';
        await transaction.updateTable('subscription').set({ reason }).where('id', '=', row.id).execute();
        await transaction
          .updateTable('delivery')
          .set({ state: 'given_up' })
          .where('subscriptionId', '=', row.id)
          .where('state', '=', 'pending')
          .execute();
      });
    },
  };
}
