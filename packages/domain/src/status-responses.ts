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
  /** Whether an admin paused the queue, so that no job of the queue starts. */
  isPaused: z.boolean(),
});

export const StatusResponse = z.object({
  failures: z.number().int(),
  changes: z.number().int(),
  patterns: z.number().int(),
  /** The number of failures in no pattern. `of` counts all failures except duplicates and dismissed ones. */
  unassigned: z.object({ failures: z.number().int(), of: z.number().int() }),
  /** The number of stored records that wait to be parsed. */
  pending: z.number().int(),
  queues: z.record(z.string(), QueueCounts),
  /** Whether data are still being processed. */
  busy: z.boolean(),
});
export type StatusResponse = z.infer<typeof StatusResponse>;

/** For each stage, the age in seconds of the oldest item that waits; 0 if none waits. */
const BacklogAge = z.object({
  /** Stored records that wait to be parsed. */
  parse: z.number(),
  /** Failures that are not clustered yet. */
  cluster: z.number(),
  /** Failures that are clustered but not in a report of their pattern yet. */
  report: z.number(),
});

const ConnectionSummary = z.object({
  connectionId: z.string(),
  provider: Provider,
  /** Whether the connection has no problem. */
  isActive: z.boolean(),
  /** The time of the latest webhook event; null if there was none. */
  lastReceivedAt: Instant.nullable(),
  /** The state of the webhook at the provider. */
  webhook: WebhookState.shape.state,
  /** The number of records that the provider has for the last 30 days. */
  existing: z.number(),
  /** The number of existing records that are stored. */
  stored: z.number(),
  /** The number of records that could not be parsed. */
  unreadable: z.number().int(),
});

/** The waiting work and its age. */
export const BacklogResponse = z.object({
  /** The number of jobs by queue. */
  queues: z.record(
    z.string(),
    QueueCounts.omit({ completed: true }).extend({
      /** The seconds since the oldest ready job became due; 0 if none waits. */
      oldestSeconds: z.number(),
    }),
  ),
  /** The number of stored records that wait to be parsed. */
  pending: z.number().int(),
  lag: BacklogAge,
  /** The number of unresolved dead letters by kind and queue. */
  deadLetters: z.array(z.object({ kind: DeadLetterKind, queue: z.string(), count: z.number().int() })),
  connections: z.array(ConnectionSummary),
  /** Seconds by which the latest stored time is ahead of the database clock, which is a clock error; 0 up to a minute. */
  aheadSeconds: z.number(),
});
export type BacklogResponse = z.infer<typeof BacklogResponse>;
