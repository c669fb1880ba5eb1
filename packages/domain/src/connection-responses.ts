import { z } from 'zod';
import { CompletenessDay, Connection, ConnectionHealth } from './connection.ts';
import { Instant } from './instant.ts';
import { pageOf } from './page-of.ts';

export const ConnectionsResponse = pageOf(Connection);

/** Where the provider sends its events, and what it signs them with; the secret is null while the provider has it alone. */
export const WebhookResponse = z.object({ url: z.string(), secret: z.string().nullable() });
export type WebhookResponse = z.infer<typeof WebhookResponse>;

export const ConnectResponse = z.object({
  connection: Connection,
  /** Null for an archive. */
  health: ConnectionHealth.nullable(),
  /** Null for an archive. */
  webhook: WebhookResponse.nullable(),
});
export type ConnectResponse = z.infer<typeof ConnectResponse>;

/** What connecting would find; nothing of it is kept. */
export const ConnectionCheckResponse = z.object({
  health: ConnectionHealth,
  /** Those of the visible repositories or services that would be taken in. */
  matched: z.array(z.string()),
  /** Patterns and folders of the scope that fit none of the visible ones. */
  unmatched: z.array(z.string()),
  /** What would be read, each by itself. */
  streams: z.array(z.string()),
});
export type ConnectionCheckResponse = z.infer<typeof ConnectionCheckResponse>;

/** A GitHub App that is about to be made: the address is for a person's browser. */
export const GitHubAppStartResponse = z.object({ state: z.string(), url: z.string(), expiresAt: Instant });
export type GitHubAppStartResponse = z.infer<typeof GitHubAppStartResponse>;

export const GitHubAppResponse = z.object({
  /** `created`: the App is made and not installed yet. */
  state: z.enum(['waiting', 'created', 'connected']),
  /** Null until it is connected. */
  connection: Connection.nullable(),
});
export type GitHubAppResponse = z.infer<typeof GitHubAppResponse>;

/** `subject` is `account`, `permissions`, `scope`, or a stream; `problem` says what is wrong and what to do. */
export const ProblemsResponse = pageOf(z.object({ subject: z.string(), problem: z.string() }));

export const CompletenessResponse = z.object({
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
export type CompletenessResponse = z.infer<typeof CompletenessResponse>;

/** How many streams are compared now. */
export const CompletenessCheckResponse = z.object({ streams: z.number().int() });

export const ImportResponse = z.object({
  connection: Connection,
  received: z.number().int(),
  /** Those that were not known before. */
  stored: z.number().int(),
});
export type ImportResponse = z.infer<typeof ImportResponse>;

/** What was received for an archive. */
export const ArchiveImportResponse = ImportResponse.omit({ connection: true });

/** How many records are read again, and how many cannot be because their payload expired. */
export const ReplayResponse = z.object({ records: z.number().int(), expired: z.number().int() });

/** Newest first. */
export const UnreadableRecordsResponse = pageOf(
  z.object({
    id: z.string(),
    type: z.string(),
    /** What the sender calls it. */
    deliveryKey: z.string(),
    problem: z.string(),
    receivedAt: Instant,
  }),
);
export type UnreadableRecordsResponse = z.infer<typeof UnreadableRecordsResponse>;
