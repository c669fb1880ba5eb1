import { z } from 'zod';
import { WebhookState } from './connection.ts';
import { DeadLetterKind } from './dead-letter.ts';
import { Instant } from './instant.ts';
import { Provider } from './provider.ts';

export const ReadinessResponse = z.object({ ok: z.literal(true) });

const QueueCounts = z.object({
  waiting: z.number(),
  active: z.number(),
  delayed: z.number(),
  failed: z.number(),
  completed: z.number(),
  /** Whether an admin paused the queue: none of its jobs starts until it is resumed. */
  isPaused: z.boolean(),
});

export const StatusResponse = z.object({
  failures: z.number().int(),
  changes: z.number().int(),
  patterns: z.number().int(),
  /**
   * Failures in no pattern, because the evidence is too weak or they happened once. `of` counts all failures without
   * duplicates and without those that were dismissed.
   */
  unassigned: z.object({ failures: z.number().int(), of: z.number().int() }),
  /** Records that are stored but not yet parsed. */
  pending: z.number().int(),
  queues: z.record(z.string(), QueueCounts),
  /** Whether any data are still being processed. */
  busy: z.boolean(),
});
export type StatusResponse = z.infer<typeof StatusResponse>;

/** The age in seconds of the oldest item that has not passed each stage; 0 if none waits. */
const BacklogAge = z.object({
  /** Records that are stored but not yet parsed. */
  normalise: z.number(),
  /** Failures that are not clustered yet. */
  group: z.number(),
  /** Failures that are clustered but not in a report of their pattern yet. */
  report: z.number(),
});

/** The state of a connection. */
const ConnectionSummary = z.object({
  connectionId: z.string(),
  provider: Provider,
  /** Whether the connection has no problem. */
  isActive: z.boolean(),
  /** The time of the latest webhook event; null if there was none. */
  lastReceivedAt: Instant.nullable(),
  /** Whether its provider sends events. */
  webhook: WebhookState.shape.state,
  /** The number of records that the provider has for the last 30 days. */
  existing: z.number(),
  /** The stored ones among them. */
  stored: z.number(),
  /** Records that could not be parsed. */
  unreadable: z.number().int(),
});

/** The waiting work and its age. */
export const BacklogResponse = z.object({
  /** The queues by name. */
  queues: z.record(
    z.string(),
    QueueCounts.omit({ completed: true }).extend({
      /** The seconds since the oldest ready job became due; 0 if none waits. */
      oldestSeconds: z.number(),
    }),
  ),
  /** Records that are stored but not yet parsed. */
  pending: z.number().int(),
  lag: BacklogAge,
  /** Unresolved dead letters by kind and queue; empty without any. */
  deadLetters: z.array(z.object({ kind: DeadLetterKind, queue: z.string(), count: z.number().int() })),
  connections: z.array(ConnectionSummary),
  /**
   * Seconds by which the latest stored time is ahead of the database clock, because that clock is or was wrong; 0 if it
   * is at most a minute.
   */
  aheadSeconds: z.number(),
});
export type BacklogResponse = z.infer<typeof BacklogResponse>;
