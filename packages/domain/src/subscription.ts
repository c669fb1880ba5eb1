import { z } from 'zod';
import { DigestScope } from './digest.ts';
import { Instant } from './instant.ts';
import { pageOf } from './page-of.ts';
import { EventType } from './refrain-event.ts';

/** An external receiver of events. Its address and secret are never shown again. */
export const Subscription = z.object({
  id: z.string(),
  /**
   * `webhook`: a signed request by Standard Webhooks. `slack`: a message to an incoming webhook of Slack or a
   * compatible service.
   */
  kind: z.enum(['webhook', 'slack']),
  /** The part of the address that is not secret. */
  address: z.string(),
  events: z.array(EventType).min(1),
  /** Its scope of events: the organisation has all patterns and its own digests. */
  scope: DigestScope,
  /** The kind of digests that it receives; null means both. */
  period: z.enum(['week', 'month']).nullable(),
  /** `off` after days of failures; a successful test switches it on again. */
  state: z.enum(['on', 'off']),
  /** Why it is off. */
  reason: z.string().nullable(),
  lastDeliveredAt: Instant.nullable(),
  /** The problem of the latest delivery; null if it succeeded. */
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

/** The events for Slack, which cannot show reports. */
const chatted = EventType.exclude(['report_written']);

const wanted = {
  /** The https address of the receiver. A Slack address is a secret: whoever knows it can write there. */
  address: z.string().trim().min(1).max(2_000),
  scope: DigestScope.default({ kind: 'organisation' }),
  period: Subscription.shape.period.default(null),
};

export const NewSubscription = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('webhook'),
    ...wanted,
    /** Defaults to all events. */
    events: z
      .array(EventType)
      .min(1)
      .default([...EventType.options]),
  }),
  z.strictObject({
    kind: z.literal('slack'),
    ...wanted,
    /** Defaults to digests. */
    events: z.array(chatted).min(1).default(['digest_written']),
  }),
]);
export type NewSubscription = z.infer<typeof NewSubscription>;

/** The secret that signs deliveries, shown only once; null for Slack, where the address is the secret. */
export const NewSubscriptionResponse = z.object({ subscription: Subscription, secret: z.string().nullable() });
export type NewSubscriptionResponse = z.infer<typeof NewSubscriptionResponse>;

/** Whether a test message was delivered, and the problem if not. */
export const SubscriptionTestResponse = z.object({
  delivered: z.boolean(),
  problem: z.string().nullable(),
  subscription: Subscription,
});
export type SubscriptionTestResponse = z.infer<typeof SubscriptionTestResponse>;
