import { adviseOnDeadLetter, type DeadLetter } from '@refrain/domain';
import { sql } from 'kysely';

/** A dead letter as stored, without the advice that is added for users. */
export interface DeadLetterRow extends Omit<DeadLetter, 'subject' | 'replay' | 'advice'> {
  readonly payload: Readonly<Record<string, unknown>> | null;
  /** The description of an unreadable record or failed delivery; null for a job. */
  readonly description: string | null;
  readonly canReplay: boolean;
}

/** All dead letters, from the tables of jobs, records and deliveries. */
export const selectDeadLetterRows = sql<DeadLetterRow>`(
  select 'job' as kind, 'job-' || id as id, at, queue, name, payload, null as description, connection_id,
    null as subscription_id, code, problem, attempts, replay_requested_at is not null as is_replaying, true as can_replay
  from dead_job
  union all
  select 'record', 'record-' || id, received_at, 'ingest', type, null, delivery_key, connection_id,
    null, null, problem, 1, false, payload is not null
  from inbox where problem is not null
  union all
  select 'delivery', 'delivery-' || delivery.id, due_at, 'improvement', event.type, null, subscription.shown, null,
    subscription.id, null, coalesce(last_problem, 'The receiver did not accept the message within the retry period.'),
    attempts, false, subscription.state = 'on'
  from delivery
  join subscription on subscription.id = subscription_id
  join event on event.position = delivery.position
  where delivery.state = 'given_up'
)`;

export function toDeadLetter({ payload, description, canReplay, ...row }: DeadLetterRow): DeadLetter {
  const { kind, code } = row;
  return {
    ...row,
    subject: description ?? describePayload(payload ?? {}),
    ...adviseOnDeadLetter({ kind, code, canReplay }),
  };
}

const maxIds = 3;

/** Describes the ids of a job: `patternIds p1, p2, p3 and 97 more`. */
function describePayload(payload: Readonly<Record<string, unknown>>): string {
  return Object.entries(payload)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? describeIds(value) : describeValue(value)}`)
    .join(', ');
}

function describeIds(ids: readonly unknown[]): string {
  const more = ids.length - maxIds;
  return `${ids.slice(0, maxIds).map(describeValue).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function describeValue(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
