import { z } from 'zod';
import { Connection, ConnectionHealth } from './connection.ts';
import { Failure } from './failure.ts';
import { Improvement } from './improvement.ts';
import { Link } from './link.ts';
import { LineageEvent, Pattern } from './pattern.ts';

/** What the API answers, for everyone who asks it: the command line, the page, the demo. */

/** One page of a list. `next` is for `after`, null on the last page; `total` counts all pages. */
function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int() });
}

export const SessionAnswer = z.object({ signedIn: z.literal(true) });
export const ReadyAnswer = z.object({ ok: z.literal(true) });

const QueueCounts = z.object({ waiting: z.number(), active: z.number(), delayed: z.number(), failed: z.number() });

export const StatusAnswer = z.object({
  failures: z.number().int(),
  changes: z.number().int(),
  patterns: z.number().int(),
  /** Records that are stored and not yet worked on. */
  pending: z.number().int(),
  queues: z.record(z.string(), QueueCounts),
  /** Whether anything is still on its way to the patterns. */
  busy: z.boolean(),
});
export type StatusAnswer = z.infer<typeof StatusAnswer>;

export const ConnectionsAnswer = z.object({ items: z.array(Connection) });

export const ConnectedAnswer = z.object({
  connection: Connection,
  /** Null for an archive. */
  health: ConnectionHealth.nullable(),
  /** Where the provider sends its events, and what it signs them with; the secret is null while the provider has it alone. */
  webhook: z.object({ url: z.string(), secret: z.string().nullable() }).nullable(),
});
export type ConnectedAnswer = z.infer<typeof ConnectedAnswer>;

export const ImportedAnswer = z.object({
  connection: Connection,
  received: z.number().int(),
  /** Those that were not known before. */
  stored: z.number().int(),
});
export type ImportedAnswer = z.infer<typeof ImportedAnswer>;

export const UnreadableAnswer = z.object({
  items: z.array(z.object({ type: z.string(), problem: z.string().nullable() })),
});

export const PatternsAnswer = pageOf(Pattern);
export type PatternsAnswer = z.infer<typeof PatternsAnswer>;
export const PatternAnswer = Pattern.extend({ lineage: z.array(LineageEvent) });

export const FailuresAnswer = pageOf(Failure.extend({ patternId: z.string().nullable() }));
export type FailuresAnswer = z.infer<typeof FailuresAnswer>;
export const FailureAnswer = Failure.extend({ links: z.array(Link) });
export type FailureAnswer = z.infer<typeof FailureAnswer>;

export const ImprovementsAnswer = pageOf(Improvement);
