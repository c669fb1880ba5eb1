import { z } from 'zod';
import { Instant } from './instant.ts';
import { Provider } from './provider.ts';

/** The part of an account that is imported, as globs that match `owner/name` or service names. An empty list means all. */
export const ConnectionScope = z.object({
  repositories: z.array(z.string()).default([]),
  services: z.array(z.string()).default([]),
  /** Globs of environments. Only deployments to matching environments are imported; an empty list means all. */
  environments: z.array(z.string()).default([]),
  /** GitHub Actions workflows, by name or path, whose failed runs count as failed deployments. Empty means none. */
  workflows: z.array(z.string()).default(['*deploy*', '*release*']),
  /** Issues with one of these labels count as incidents; an empty list means that no issue does. */
  incidentLabels: z.array(z.string()).default(['incident', 'outage', 'postmortem']),
  /** Folders with post-mortems in Markdown, as `owner/name:path/of/folder`. */
  postmortemFolders: z.array(z.string()).default([]),
});
export type ConnectionScope = z.infer<typeof ConnectionScope>;

export const defaultConnectionScope: ConnectionScope = ConnectionScope.parse({});

export const ConnectionStatus = z.enum(['active', 'needs_attention']);
export type ConnectionStatus = z.infer<typeof ConnectionStatus>;

/**
 * The state of a webhook. `none`: no webhook was requested. `refused`: the credential may not create it, or the
 * provider cannot reach the URL. `silent`: the webhook exists but its ping has not arrived. `active`: events arrive.
 * `disabled`: switched off.
 */
export const WebhookState = z.object({
  state: z.enum(['none', 'silent', 'active', 'disabled', 'refused']),
  /** What is wrong with the webhook and what to do; null if nothing is wrong. */
  problem: z.string().nullable(),
  /** When Refrain last requested the webhook's state from the provider. */
  checkedAt: Instant.nullable(),
  /** When the latest delivery with a valid signature arrived. */
  deliveredAt: Instant.nullable(),
  /** Whether a person requested a new secret that the provider does not use yet. */
  isSecretDue: z.boolean().optional(),
});
export type WebhookState = z.infer<typeof WebhookState>;

/** A connection without its credential and webhook secret. */
export const Connection = z.object({
  id: z.string(),
  provider: Provider,
  /** The GitHub organisation or user, the PagerDuty subdomain, or the name of an archive. Unique per API root. */
  account: z.string().min(1),
  /** The root URL of the provider's API without a trailing slash; null for an archive. */
  baseUrl: z.string().nullable(),
  scope: ConnectionScope,
  status: ConnectionStatus,
  /** Why the connection needs attention and what to do; null while it is active. */
  statusReason: z.string().nullable(),
  webhook: WebhookState,
  createdAt: Instant,
});
export type Connection = z.infer<typeof Connection>;

/** The result of a connection test: the account, the accessible data and the request limit. */
export const ConnectionHealth = z.object({
  account: z.string(),
  /** Repositories or services that the credential can see. */
  visible: z.array(z.string()),
  /** Missing permissions. `costs` names the feature that does not work without the permission. */
  missing: z.array(z.object({ permission: z.string(), costs: z.string(), isOptional: z.boolean().optional() })),
  /** The provider's rate limit; null if the provider's response does not state it. */
  budget: z.object({ limit: z.number(), remaining: z.number(), resetsAt: Instant }).nullable(),
  /** The time of the response by the provider's clock; null if the response has no time. */
  respondedAt: Instant.nullable(),
});
export type ConnectionHealth = z.infer<typeof ConnectionHealth>;

/** The completeness of one stream on one day: how many records exist at the provider, and how many are stored. */
export const CompletenessDay = z.object({
  stream: z.string(),
  /** The day in UTC as `YYYY-MM-DD`. */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u),
  existing: z.number().int().nonnegative(),
  /** The number of records that exist at the provider and are stored. */
  stored: z.number().int().nonnegative(),
  checkedAt: Instant,
});
export type CompletenessDay = z.infer<typeof CompletenessDay>;

/** The progress of one stream of a backfill, such as `pulls:acme/api` or `incidents`. */
export const StreamProgress = z.object({
  stream: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** The number of records ingested so far. */
  records: z.number().int().nonnegative(),
  /** The estimated number of records of the stream; null if the provider's responses contain no basis for an estimate. */
  expected: z.number().int().nonnegative().nullable(),
  /** Why the stream failed and what to do; null if it did not fail. */
  problem: z.string().nullable(),
});
export type StreamProgress = z.infer<typeof StreamProgress>;

export const BackfillProgress = z.object({
  connectionId: z.string(),
  /** The earliest time from which history was requested; null for all history. */
  since: Instant.nullable(),
  /** `running` while history is imported. Afterwards `done`, even while a sync reads what is new. */
  state: z.enum(['none', 'running', 'done', 'failed']),
  /** When a stream whose history is imported was last read; null if there is none. */
  syncedAt: Instant.nullable(),
  /** The number of records of the newest pass over each stream. */
  records: z.number().int().nonnegative(),
  /** The estimated number of records of all streams; null before the first stream begins or if a stream has no estimate. */
  expected: z.number().int().nonnegative().nullable(),
  /** The number of stored records that are waiting to be parsed. */
  pending: z.number().int().nonnegative(),
  /** Records per second over the last minute; null during the first ten seconds, and while no records arrive. */
  perSecond: z.number().nonnegative().nullable(),
  /** Seconds until all expected records are stored, at the current rate; null if the rate or `expected` is unknown. */
  secondsLeft: z.number().nonnegative().nullable(),
  streams: z.array(StreamProgress),
});
export type BackfillProgress = z.infer<typeof BackfillProgress>;
