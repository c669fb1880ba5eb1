import { z } from 'zod';
import { CompletenessDay, Connection, ConnectionHealth } from './connection.ts';
import { Instant } from './instant.ts';
import { pageOf } from './page-of.ts';

export const ConnectionsResponse = pageOf(Connection);

/**
 * The address to which the provider sends events, and the secret that signs them. The secret is null while only the
 * provider has it.
 */
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

/** A preview of a connection. Nothing is stored. */
export const ConnectionCheckResponse = z.object({
  health: ConnectionHealth,
  /** The visible repositories or services that would be imported. */
  matched: z.array(z.string()),
  /** Patterns and folders of the scope that match no visible repository or service. */
  unmatched: z.array(z.string()),
  /** The streams that would be imported, each independent of the others. */
  streams: z.array(z.string()),
});
export type ConnectionCheckResponse = z.infer<typeof ConnectionCheckResponse>;

/** A GitHub App before its creation; the address is for a person's browser. */
export const GitHubAppStartResponse = z.object({ state: z.string(), url: z.string(), expiresAt: Instant });
export type GitHubAppStartResponse = z.infer<typeof GitHubAppStartResponse>;

export const GitHubAppResponse = z.object({
  /** `created`: the App exists but is not installed yet. */
  state: z.enum(['waiting', 'created', 'connected']),
  /** Null until it is connected. */
  connection: Connection.nullable(),
});
export type GitHubAppResponse = z.infer<typeof GitHubAppResponse>;

/** `subject` is `account`, `permissions`, `scope` or a stream; `problem` says what is wrong and what to do. */
export const ProblemsResponse = pageOf(z.object({ subject: z.string(), problem: z.string() }));

export const CompletenessResponse = z.object({
  since: Instant,
  until: Instant,
  /** The number of records that the provider has for this period, and how many of them are stored. */
  existing: z.number().int(),
  stored: z.number().int(),
  /** All days with missing records, including days outside the period; newest first. */
  gaps: z.array(CompletenessDay.pick({ stream: true, day: true })),
  /** Days with records, sorted by day, then stream. */
  days: z.array(CompletenessDay),
  /** Streams that were never compared with the provider. */
  uncompared: z.array(z.string()),
});
export type CompletenessResponse = z.infer<typeof CompletenessResponse>;

/** The number of streams that are now being compared. */
export const CompletenessCheckResponse = z.object({ streams: z.number().int() });

export const ImportResponse = z.object({
  connection: Connection,
  received: z.number().int(),
  /** Records that were not known before. */
  stored: z.number().int(),
});
export type ImportResponse = z.infer<typeof ImportResponse>;

/** The result of an import into an archive. */
export const ArchiveImportResponse = ImportResponse.omit({ connection: true });

/** How many records are parsed again, and how many cannot be because their payload expired. */
export const ReplayResponse = z.object({ records: z.number().int(), expired: z.number().int() });

/** Sorted newest first. */
export const UnreadableRecordsResponse = pageOf(
  z.object({
    id: z.string(),
    type: z.string(),
    /** The sender's id of the delivery. */
    deliveryKey: z.string(),
    problem: z.string(),
    receivedAt: Instant,
  }),
);
export type UnreadableRecordsResponse = z.infer<typeof UnreadableRecordsResponse>;
