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
  /** How many failures are in no pattern: too little speaks for one, or they happened once. Of all but duplicates and what is no failure. */
  unassigned: z.object({ failures: z.number().int(), of: z.number().int() }),
  /** Records that are stored and not yet worked on. */
  pending: z.number().int(),
  queues: z.record(z.string(), QueueCounts),
  /** Whether anything is still on its way to the patterns. */
  busy: z.boolean(),
});
export type StatusResponse = z.infer<typeof StatusResponse>;

/** How long the oldest has waited that has not reached the end of a stage, in seconds; 0 where none waits. */
const BacklogAge = z.object({
  /** Records that are stored and not yet read. */
  normalise: z.number(),
  /** Failures that no grouping knows yet. */
  group: z.number(),
  /** Failures that were grouped, and are in no report of their pattern yet. */
  report: z.number(),
});

/** How a connection stands. */
const ConnectionSummary = z.object({
  connectionId: z.string(),
  provider: Provider,
  /** Whether nothing is wrong with it. */
  isActive: z.boolean(),
  /** When an event of its webhook came last; null where none ever did. */
  lastReceivedAt: Instant.nullable(),
  /** Whether its provider sends events. */
  webhook: WebhookState.shape.state,
  /** What the provider says exists of the last 30 days. */
  existing: z.number(),
  /** What of that is stored. */
  stored: z.number(),
  /** Records that could not be read. */
  unreadable: z.number().int(),
});

/** What waits, and for how long. */
export const BacklogResponse = z.object({
  /** By the name of the queue. */
  queues: z.record(
    z.string(),
    QueueCounts.omit({ completed: true }).extend({
      /** How long the oldest job that is ready to run has been due; 0 where none waits. */
      oldestSeconds: z.number(),
    }),
  ),
  /** Records that are stored and not yet read. */
  pending: z.number().int(),
  lag: BacklogAge,
  /** What was given up and not done since, by kind and queue; none where there is none. */
  deadLetters: z.array(z.object({ kind: DeadLetterKind, queue: z.string(), count: z.number().int() })),
  connections: z.array(ConnectionSummary),
  /** Seconds by which the latest stored time is ahead of the clock of the database, because that clock was or is wrong; 0 up to a minute. */
  aheadSeconds: z.number(),
});
export type BacklogResponse = z.infer<typeof BacklogResponse>;
