import { z } from 'zod';
import { CompletenessDay, Connection, ConnectionHealth } from './connection.ts';
import { Instant } from './instant.ts';
import { pageOf } from './page-of.ts';

export const ConnectionsAnswer = pageOf(Connection);

/** Where the provider sends its events, and what it signs them with; the secret is null while the provider has it alone. */
export const WebhookAnswer = z.object({ url: z.string(), secret: z.string().nullable() });
export type WebhookAnswer = z.infer<typeof WebhookAnswer>;

export const ConnectedAnswer = z.object({
  connection: Connection,
  /** Null for an archive. */
  health: ConnectionHealth.nullable(),
  /** Null for an archive. */
  webhook: WebhookAnswer.nullable(),
});
export type ConnectedAnswer = z.infer<typeof ConnectedAnswer>;

/** What connecting would find; nothing of it is kept. */
export const CheckedAnswer = z.object({
  health: ConnectionHealth,
  /** Those of the visible repositories or services that would be taken in. */
  matched: z.array(z.string()),
  /** Patterns and folders of the scope that fit none of the visible ones. */
  unmatched: z.array(z.string()),
  /** What would be read, each by itself. */
  streams: z.array(z.string()),
});
export type CheckedAnswer = z.infer<typeof CheckedAnswer>;

/** A GitHub App that is about to be made: the address is for a person's browser. */
export const GitHubAppBegunAnswer = z.object({ state: z.string(), url: z.string(), expiresAt: Instant });
export type GitHubAppBegunAnswer = z.infer<typeof GitHubAppBegunAnswer>;

export const GitHubAppAnswer = z.object({
  /** `created`: the App is made and not installed yet. */
  state: z.enum(['waiting', 'created', 'connected']),
  /** Null until it is connected. */
  connection: Connection.nullable(),
});
export type GitHubAppAnswer = z.infer<typeof GitHubAppAnswer>;

/** `subject` is `account`, `permissions`, `scope`, or a stream; `problem` says what is wrong and what to do. */
export const ProblemsAnswer = pageOf(z.object({ subject: z.string(), problem: z.string() }));

export const CompletenessAnswer = z.object({
  since: Instant,
  until: Instant,
  /** What the provider says exists of the days between, and what of that is stored. */
  existing: z.number().int(),
  stored: z.number().int(),
  /** All days on which something is missing, also those outside of the period; newest first. */
  gaps: z.array(CompletenessDay.pick({ stream: true, day: true })),
  /** Days on which there is something, by day, then stream. */
  days: z.array(CompletenessDay),
  /** Streams that were never compared with the provider. */
  uncompared: z.array(z.string()),
});
export type CompletenessAnswer = z.infer<typeof CompletenessAnswer>;

/** How many streams are compared now. */
export const ComparingAnswer = z.object({ streams: z.number().int() });

export const ImportedAnswer = z.object({
  connection: Connection,
  received: z.number().int(),
  /** Those that were not known before. */
  stored: z.number().int(),
});
export type ImportedAnswer = z.infer<typeof ImportedAnswer>;

/** What was received for an archive. */
export const ReceivedAnswer = ImportedAnswer.omit({ connection: true });

/** How many records are read again, and how many cannot be because their payload expired. */
export const ReplayAnswer = z.object({ records: z.number().int(), expired: z.number().int() });

/** Newest first. */
export const UnreadableAnswer = pageOf(
  z.object({
    id: z.string(),
    type: z.string(),
    /** What the sender calls it. */
    deliveryKey: z.string(),
    problem: z.string(),
    receivedAt: Instant,
  }),
);
export type UnreadableAnswer = z.infer<typeof UnreadableAnswer>;
