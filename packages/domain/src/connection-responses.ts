import { z } from 'zod';
import { CompletenessDay, Connection, ConnectionHealth } from './connection.ts';
import { createPageSchema } from './create-page-schema.ts';
import { Instant } from './instant.ts';

export const ConnectionsResponse = createPageSchema(Connection);

/** The URL to which the provider sends events, and the secret that signs them (null if only the provider has it). */
export const WebhookResponse = z.object({ url: z.string(), secret: z.string().nullable() });
export type WebhookResponse = z.infer<typeof WebhookResponse>;

export const ConnectResponse = z.object({
  connection: Connection,
  /** The result of the connection test; null for an archive. */
  health: ConnectionHealth.nullable(),
  /** The webhook of the connection; null for an archive. */
  webhook: WebhookResponse.nullable(),
});
export type ConnectResponse = z.infer<typeof ConnectResponse>;

/** A preview of the data that a connection would import. */
export const ConnectionCheckResponse = z.object({
  health: ConnectionHealth,
  /** The repositories or services that would be imported. */
  matched: z.array(z.string()),
  /** Globs and folders of the scope that match no visible repository or service. */
  unmatched: z.array(z.string()),
  /** The streams that would be imported independently, such as `pulls:acme/api`. */
  streams: z.array(z.string()),
});
export type ConnectionCheckResponse = z.infer<typeof ConnectionCheckResponse>;

/** A GitHub App that is yet to be created; a person opens the URL in a browser to create it. */
export const GitHubAppStartResponse = z.object({ state: z.string(), url: z.string(), expiresAt: Instant });
export type GitHubAppStartResponse = z.infer<typeof GitHubAppStartResponse>;

export const GitHubAppResponse = z.object({
  /** `created` means that the GitHub App exists but is not installed yet. */
  state: z.enum(['waiting', 'created', 'connected']),
  /** The connection of the GitHub App; null until it is installed. */
  connection: Connection.nullable(),
});
export type GitHubAppResponse = z.infer<typeof GitHubAppResponse>;

/** The problems of a connection. `subject` is `account`, `permissions`, `scope` or the name of a stream. */
export const ConnectionProblemsResponse = createPageSchema(z.object({ subject: z.string(), problem: z.string() }));
export type ConnectionProblemsResponse = z.infer<typeof ConnectionProblemsResponse>;

export const CompletenessResponse = z.object({
  since: Instant,
  until: Instant,
  /** The number of records that the provider has for the period from `since` to `until`. */
  existing: z.number().int(),
  /** The number of records that the provider has for the period and that are stored. */
  stored: z.number().int(),
  /** All days with missing records, including days outside the period; newest first. */
  gaps: z.array(CompletenessDay.pick({ stream: true, day: true })),
  /** The days on which the provider has records, sorted by day, then stream. */
  days: z.array(CompletenessDay),
  /** Streams that have never been compared with the provider. */
  uncompared: z.array(z.string()),
});
export type CompletenessResponse = z.infer<typeof CompletenessResponse>;

/** The number of streams whose completeness check began. */
export const CompletenessCheckResponse = z.object({ streams: z.number().int() });

/** The number of records that are parsed again, and the number of records whose payload expired. */
export const ReplayResponse = z.object({ records: z.number().int(), expired: z.number().int() });

/** Records that could not be parsed, newest first. */
export const UnreadableRecordsResponse = createPageSchema(
  z.object({
    id: z.string(),
    type: z.string(),
    /** The id that the sender gave to the delivery. */
    deliveryKey: z.string(),
    problem: z.string(),
    receivedAt: Instant,
  }),
);
export type UnreadableRecordsResponse = z.infer<typeof UnreadableRecordsResponse>;
