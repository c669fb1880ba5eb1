import type { DigestPeriod, DigestScope, EventType, Instant, Subscription } from '@refrain/domain';
import type { Generated, GeneratedAlways } from 'kysely';
import type { Json } from './ingestion-tables.ts';

export interface EventTables {
  event: {
    position: GeneratedAlways<string>;
    id: string;
    type: EventType;
    patternId: string | null;
    reportId: string | null;
    digestId: string | null;
    at: GeneratedAlways<Instant>;
  };
  subscription: {
    id: string;
    kind: Subscription['kind'];
    /** The encrypted URL. `shown` is the part of the URL that is not secret. */
    address: Buffer;
    shown: string;
    /** The encrypted signing secret; null for Slack. */
    secret: Buffer | null;
    events: Json<EventType[]>;
    scope: DigestScope['kind'];
    name: string;
    period: DigestPeriod['kind'] | null;
    state: Generated<Subscription['state']>;
    reason: string | null;
    lastDeliveredAt: Instant | null;
    lastProblem: string | null;
    lastProblemAt: Instant | null;
    /** When deliveries began to fail; null while they succeed. */
    failingSince: Instant | null;
    createdAt: GeneratedAlways<Instant>;
  };
  delivery: {
    id: string;
    position: string;
    subscriptionId: string;
    state: Generated<'pending' | 'delivered' | 'given_up'>;
    attempts: Generated<number>;
    dueAt: Generated<Instant>;
  };
}
