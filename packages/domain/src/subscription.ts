import { z } from 'zod';
import { createPageSchema } from './create-page-schema.ts';
import { DigestScope } from './digest.ts';
import { Instant } from './instant.ts';
import { EventType } from './refrain-event.ts';

/** A webhook or Slack channel that receives events. The full URL and the secret are shown only once. */
export const Subscription = z.object({
  id: z.string(),
  /** `webhook`: signed requests as in Standard Webhooks. `slack`: messages to a Slack-compatible incoming webhook. */
  kind: z.enum(['webhook', 'slack']),
  /** The part of the receiver's URL that is not secret. */
  address: z.string(),
  events: z.array(EventType).min(1),
  /** The part of the organisation whose patterns and digests are delivered: all of it, a service or a team. */
  scope: DigestScope,
  /** Whether weekly or monthly digests are delivered; null for both. */
  period: z.enum(['week', 'month']).nullable(),
  /** `off` after days of failed deliveries. A successful test message switches the subscription on again. */
  state: z.enum(['on', 'off']),
  /** Why the subscription is off; null while it is on. */
  reason: z.string().nullable(),
  lastDeliveredAt: Instant.nullable(),
  /** Why the latest delivery failed; null if it succeeded. */
  lastProblem: z.string().nullable(),
  lastProblemAt: Instant.nullable(),
  /** The number of events that are waiting to be delivered. */
  pending: z.number().int(),
  /** The number of events of the last 30 days that Refrain no longer tries to deliver, because deliveries failed. */
  givenUp: z.number().int(),
  createdAt: Instant,
});
export type Subscription = z.infer<typeof Subscription>;

export const SubscriptionsResponse = createPageSchema(Subscription);

/** Slack messages cannot show reports. */
const SlackEventType = EventType.exclude(['report_written']);

const newFields = {
  /** The https URL of the receiver. A Slack URL is a secret: whoever knows it can post to the channel. */
  address: z.string().trim().min(1).max(2_000),
  scope: DigestScope.default({ kind: 'organisation' }),
  period: Subscription.shape.period.default(null),
};

export const NewSubscription = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('webhook'),
    ...newFields,
    /** The types of events to deliver; by default all. */
    events: z
      .array(EventType)
      .min(1)
      .default([...EventType.options]),
  }),
  z.strictObject({
    kind: z.literal('slack'),
    ...newFields,
    /** The types of events to deliver; by default digests. */
    events: z.array(SlackEventType).min(1).default(['digest_written']),
  }),
]);

/** The new subscription, and the secret that signs deliveries. The secret is shown only once; it is null for Slack. */
export const NewSubscriptionResponse = z.object({ subscription: Subscription, secret: z.string().nullable() });
export type NewSubscriptionResponse = z.infer<typeof NewSubscriptionResponse>;

/** The result of a test message. If the message was not delivered, `problem` says why. */
export const SubscriptionTestResponse = z.object({
  delivered: z.boolean(),
  problem: z.string().nullable(),
  subscription: Subscription,
});
export type SubscriptionsResponse = z.infer<typeof SubscriptionsResponse>;
