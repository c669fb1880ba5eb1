import type { DigestScope, EventType } from '@refrain/domain';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { acquireLock } from '../sql/in-transaction.ts';
import { randomId } from '../sql/stable-id.ts';

export interface NewEvent {
  readonly type: EventType;
  readonly patternId?: string;
  readonly reportId?: string;
  readonly digestId?: string;
}

/**
 * Writes events and their pending deliveries. Must be the last step of the transaction that makes the reported change,
 * because it locks all events, so that they become visible in the order of their positions. For a dismissed pattern,
 * writes only events about new reports, and no subscription receives these.
 */
export async function writeEvents(db: Transaction<Database>, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await acquireLock(db, 'events');
  const ids = events.map(() => `evt_${randomId()}`);
  const column = (name: 'type' | 'patternId' | 'reportId' | 'digestId') => events.map((event) => event[name] ?? null);
  await sql`
    with written as (
      insert into event (id, type, pattern_id, report_id, digest_id)
      select id, type, pattern_id, report_id, digest_id
      from unnest(
        ${ids}::text[], ${column('type')}::text[], ${column('patternId')}::text[], ${column('reportId')}::text[],
        ${column('digestId')}::text[]
      ) with ordinality as wanted (id, type, pattern_id, report_id, digest_id, nth)
      where type = 'report_written' or not exists (
        select from pattern where pattern.id = wanted.pattern_id and pattern.judgement = 'dismissed'
      )
      order by nth
      returning position, id, type, pattern_id, digest_id
    )
    insert into delivery (id, position, subscription_id)
    select written.id || '_' || subscription.id, position, subscription.id
    from written
    join subscription on subscription.state = 'on' and subscription.events @> to_jsonb(written.type)
    left join pattern on pattern.id = written.pattern_id
    left join digest on digest.id = written.digest_id
    where case
      when written.type = 'digest_written' then digest.scope = subscription.scope and digest.name = subscription.name
        and digest.period = coalesce(subscription.period, digest.period)
      else pattern.judgement is distinct from 'dismissed'
        and (subscription.scope = 'organisation' or pattern.services @> to_jsonb(subscription.name))
    end`.execute(db);
}

/** Returns the stored name of a scope: the name of a service or team, or an empty text for the organisation. */
export function formatScopeName(scope: DigestScope): string {
  return scope.kind === 'organisation' ? '' : scope.name;
}
