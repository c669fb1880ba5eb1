import { z } from 'zod';
import { Instant } from './instant.ts';
import { Provider } from './provider.ts';

/**
 * The part of an account that is imported. Patterns are globs over `owner/name` or service names; an empty list means
 * all.
 */
export const ConnectionScope = z.object({
  repositories: z.array(z.string()).default([]),
  services: z.array(z.string()).default([]),
  /** Environments whose deployments are imported. */
  environments: z.array(z.string()).default([]),
  /** Actions workflows, by name or path, whose failed runs are failed deployments; an empty list means none. */
  workflows: z.array(z.string()).default(['*deploy*', '*release*']),
  /** Issues with one of these labels are incidents; an empty list means none. */
  incidentLabels: z.array(z.string()).default(['incident', 'outage', 'postmortem']),
  /** Folders with post-mortems in Markdown, as `owner/name:path/of/folder`. */
  postmortemFolders: z.array(z.string()).default([]),
});
export type ConnectionScope = z.infer<typeof ConnectionScope>;

/** The scope of a connection for which nobody chose one. */
export const defaultScope: ConnectionScope = ConnectionScope.parse({});

export const ConnectionStatus = z.enum(['active', 'needs_attention']);
export type ConnectionStatus = z.infer<typeof ConnectionStatus>;

/**
 * Whether the provider sends events. `none`: nobody requested them. `refused`: the credential may not create the
 * webhook, or the provider cannot reach the address. `silent`: it exists but its ping has not arrived. `active`: events
 * arrive. `disabled`: it was switched off.
 */
export const WebhookState = z.object({
  state: z.enum(['none', 'silent', 'active', 'disabled', 'refused']),
  /** The problem and what to do; null if there is none. */
  problem: z.string().nullable(),
  /** The time of the latest request for its state. */
  checkedAt: Instant.nullable(),
  /** The time of the latest delivery with a valid signature. */
  deliveredAt: Instant.nullable(),
  /**
   * Whether a new secret was requested and is not in use yet: the provider has not created it, or has not received
   * ours.
   */
  isSecretDue: z.boolean().optional(),
});
export type WebhookState = z.infer<typeof WebhookState>;

/** A connection without its secrets: the store keeps the credential and the webhook secret encrypted. */
export const Connection = z.object({
  id: z.string(),
  provider: Provider,
  /**
   * The GitHub organisation or user, the PagerDuty subdomain, or the name of an archive. Unique per provider and base
   * address.
   */
  account: z.string().min(1),
  /** The root of the API without a trailing slash; null for an archive. */
  baseUrl: z.string().nullable(),
  scope: ConnectionScope,
  status: ConnectionStatus,
  /** Why it needs attention and what to do; null while active. */
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
  /** Missing permissions, each with the feature that it disables. Refrain works without an optional one. */
  missing: z.array(z.object({ permission: z.string(), costs: z.string(), isOptional: z.boolean().optional() })),
  /** The remaining requests and the time of the next reset; null if the provider does not send them. */
  budget: z.object({ limit: z.number(), remaining: z.number(), resetsAt: Instant }).nullable(),
  /** The time of the response by the provider's clock; null if it does not send one. */
  respondedAt: Instant.nullable(),
});
export type ConnectionHealth = z.infer<typeof ConnectionHealth>;

/** The number of records that the provider has for one day (UTC) of one stream, and how many of them are stored. */
export const CompletenessDay = z.object({
  stream: z.string(),
  /** As `YYYY-MM-DD`, in UTC. */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u),
  existing: z.number().int().nonnegative(),
  /** The existing records that are stored. */
  stored: z.number().int().nonnegative(),
  checkedAt: Instant,
});
export type CompletenessDay = z.infer<typeof CompletenessDay>;

/** The progress of one independent, resumable part of a backfill: `pulls:acme/api`, `incidents`. */
export const StreamProgress = z.object({
  stream: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** Records ingested so far. */
  records: z.number().int().nonnegative(),
  /** The estimated total by what was read so far; null if the provider gives no hint. */
  expected: z.number().int().nonnegative().nullable(),
  /** Why it failed and what to do. */
  problem: z.string().nullable(),
});
export type StreamProgress = z.infer<typeof StreamProgress>;

export const BackfillProgress = z.object({
  connectionId: z.string(),
  since: Instant.nullable(),
  state: z.enum(['none', 'running', 'done', 'failed']),
  records: z.number().int().nonnegative(),
  /**
   * The estimated total of all streams, including those that have not begun; null before the first one has begun, and
   * if a stream has no estimate.
   */
  expected: z.number().int().nonnegative().nullable(),
  /** Records that are stored but not yet parsed. */
  pending: z.number().int().nonnegative(),
  /** Records per second over the last minute; null before ten seconds are measured, and while nothing arrives. */
  perSecond: z.number().nonnegative().nullable(),
  /** Seconds until all expected records are stored, at the current rate; null if either figure is unknown. */
  secondsLeft: z.number().nonnegative().nullable(),
  streams: z.array(StreamProgress),
});
export type BackfillProgress = z.infer<typeof BackfillProgress>;
