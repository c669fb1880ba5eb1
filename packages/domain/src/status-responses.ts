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
  /** The number of failures that belong to no pattern. `of` counts all failures except duplicates and dismissed ones. */
  unassigned: z.object({ failures: z.number().int(), of: z.number().int() }),
  /** The number of stored records that are waiting to be parsed. */
  pending: z.number().int(),
  queues: z.record(z.string(), QueueCounts),
  /** Whether data are still being processed. */
  busy: z.boolean(),
  /**
   * Whether the first import or backfill is being analysed: patterns may change a lot until its patterns and proposals are
   * published. False for every later import.
   */
  isFirstAnalysis: z.boolean(),
});
export type StatusResponse = z.infer<typeof StatusResponse>;

/** The age in seconds of the oldest item that is waiting for each stage; 0 if nothing is waiting. */
const BacklogAge = z.object({
  /** The age in seconds of the oldest stored record that is waiting to be parsed; 0 if none is waiting. */
  parse: z.number(),
  /** The age in seconds of the oldest failure that is not clustered yet; 0 if none waits. */
  cluster: z.number(),
  /** The age in seconds of the oldest failure that is clustered but not in a report of its pattern yet; 0 if none waits. */
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
  /** The number of records that the provider has for the last 30 days and that are stored. */
  stored: z.number(),
  /** The number of records that could not be parsed. */
  unreadable: z.number().int(),
});

/** The waiting work, and how long it has waited. */
export const BacklogResponse = z.object({
  /** The number of jobs by queue. */
  queues: z.record(
    z.string(),
    QueueCounts.omit({ completed: true }).extend({
      /** The time in seconds for which the oldest job that can start has waited; 0 if none waits. */
      oldestSeconds: z.number(),
    }),
  ),
  /** The number of stored records that are waiting to be parsed. */
  pending: z.number().int(),
  lag: BacklogAge,
  /** The number of dead letters that nobody replayed or discarded yet, by kind and queue. */
  deadLetters: z.array(z.object({ kind: DeadLetterKind, queue: z.string(), count: z.number().int() })),
  connections: z.array(ConnectionSummary),
  /**
   * The seconds by which the latest stored time is ahead of the database clock; 0 if below 60. A value above 0 means
   * that the time or the clock is wrong.
   */
  aheadSeconds: z.number(),
});
export type BacklogResponse = z.infer<typeof BacklogResponse>;
