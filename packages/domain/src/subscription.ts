import { z } from 'zod';
import { DigestScope } from './digest.ts';
import { Instant } from './instant.ts';
import { pageOf } from './page-of.ts';
import { EventType } from './refrain-event.ts';

/** Someone outside who is told of events. Its address and its secret are never shown again. */
export const Subscription = z.object({
  id: z.string(),
  /** `webhook`: a signed request of Standard Webhooks. `slack`: a message to an incoming webhook of Slack, or of what is like it. */
  kind: z.enum(['webhook', 'slack']),
  /** As much of the address as gives nothing away. */
  address: z.string(),
  events: z.array(EventType).min(1),
  /** Whose events: of the organisation are all patterns, and its own digests. */
  scope: DigestScope,
  /** Which digests; null is both. */
  period: z.enum(['week', 'month']).nullable(),
  /** `off` after days of failing; a test that succeeds switches it on again. */
  state: z.enum(['on', 'off']),
  /** Why it is off. */
  reason: z.string().nullable(),
  lastDeliveredAt: Instant.nullable(),
  /** What went wrong the last time; null where that went well. */
  lastProblem: z.string().nullable(),
  lastProblemAt: Instant.nullable(),
  /** Events that are still to be delivered, and those that were given up in the last 30 days. */
  pending: z.number().int(),
  givenUp: z.number().int(),
  createdAt: Instant,
});
export type Subscription = z.infer<typeof Subscription>;

export const SubscriptionsResponse = pageOf(Subscription);
export type SubscriptionsResponse = z.infer<typeof SubscriptionsResponse>;

/** What each kind can be told; Slack shows no reports. */
const chatted = EventType.exclude(['report_written']);

const wanted = {
  /** Where messages go to, in https. That of Slack is a secret: whoever knows it can write there. */
  address: z.string().trim().min(1).max(2_000),
  scope: DigestScope.default({ kind: 'organisation' }),
  period: Subscription.shape.period.default(null),
};

export const NewSubscription = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('webhook'),
    ...wanted,
    /** All of them unless given. */
    events: z
      .array(EventType)
      .min(1)
      .default([...EventType.options]),
  }),
  z.strictObject({
    kind: z.literal('slack'),
    ...wanted,
    /** Digests unless given. */
    events: z.array(chatted).min(1).default(['digest_written']),
  }),
]);
export type NewSubscription = z.infer<typeof NewSubscription>;

/** The secret that signs what is sent, shown this once; null for Slack, whose address is the secret. */
export const NewSubscriptionResponse = z.object({ subscription: Subscription, secret: z.string().nullable() });
export type NewSubscriptionResponse = z.infer<typeof NewSubscriptionResponse>;

/** Whether a test message was taken, and if not, why. */
export const SubscriptionTestResponse = z.object({
  delivered: z.boolean(),
  problem: z.string().nullable(),
  subscription: Subscription,
});
export type SubscriptionTestResponse = z.infer<typeof SubscriptionTestResponse>;
