import { z } from 'zod';
import { Instant } from './instant.ts';
import { Provider } from './provider.ts';

/** What of an account is taken in. Patterns are globs over `owner/name` or over service names; an empty list means all. */
export const ConnectionScope = z.object({
  repositories: z.array(z.string()).default([]),
  services: z.array(z.string()).default([]),
  /** Environments whose deployments are taken in. */
  environments: z.array(z.string()).default([]),
  /** Actions workflows, by name or path, whose failed runs are failed deployments; here an empty list means none. */
  workflows: z.array(z.string()).default(['*deploy*', '*release*']),
  /** Issues with one of these labels are incidents; here an empty list means none. */
  incidentLabels: z.array(z.string()).default(['incident', 'outage', 'postmortem']),
  /** Folders of post-mortems in Markdown, as `owner/name:path/of/folder`. */
  postmortemFolders: z.array(z.string()).default([]),
});
export type ConnectionScope = z.infer<typeof ConnectionScope>;

/** What a connection takes in unless a person chooses. */
export const defaultScope: ConnectionScope = ConnectionScope.parse({});

export const ConnectionStatus = z.enum(['active', 'needs_attention']);
export type ConnectionStatus = z.infer<typeof ConnectionStatus>;

/**
 * Whether the provider sends events. `none`: nobody asked for them; `refused`: the credential may not create the
 * subscription, or the address cannot be reached from there; `silent`: it is there and its ping has not arrived yet.
 */
export const WebhookState = z.object({
  state: z.enum(['none', 'silent', 'active', 'disabled', 'refused']),
  /** What is wrong and what to do; null where nothing is. */
  problem: z.string().nullable(),
  /** When the provider was asked last. */
  checkedAt: Instant.nullable(),
  /** When a signed delivery came last. */
  deliveredAt: Instant.nullable(),
  /** A new secret was asked for, which the provider has yet to make or, where it is ours, to be told. */
  isSecretDue: z.boolean().optional(),
});
export type WebhookState = z.infer<typeof WebhookState>;

/** A connection as everyone may see it: its credential and webhook secret stay in the store, encrypted. */
export const Connection = z.object({
  id: z.string(),
  provider: Provider,
  /** GitHub organisation or user, PagerDuty subdomain, name of an archive. Unique per provider and base address. */
  account: z.string().min(1),
  /** API root, without a slash at its end; null for an archive. */
  baseUrl: z.string().nullable(),
  scope: ConnectionScope,
  status: ConnectionStatus,
  /** Why it needs attention and what to do; null while active. */
  statusReason: z.string().nullable(),
  webhook: WebhookState,
  createdAt: Instant,
});
export type Connection = z.infer<typeof Connection>;

/** What `verify` found: who we are to the provider, what we may see, and how much we may ask. */
export const ConnectionHealth = z.object({
  account: z.string(),
  /** Repositories or services that the credential can see. */
  visible: z.array(z.string()),
  /** Permissions that are missing, each with the feature that it costs. An optional one is asked for, and not insisted on. */
  missing: z.array(z.object({ permission: z.string(), costs: z.string(), isOptional: z.boolean().optional() })),
  /** Requests left and when the count starts anew; null where the provider does not say. */
  budget: z.object({ limit: z.number(), remaining: z.number(), resetsAt: Instant }).nullable(),
  /** When it answered, by the provider's own clock; null where it does not say. */
  respondedAt: Instant.nullable(),
});
export type ConnectionHealth = z.infer<typeof ConnectionHealth>;

/** What the provider says exists on one day (UTC) of one stream, against what is stored of it. */
export const CompletenessDay = z.object({
  stream: z.string(),
  /** `YYYY-MM-DD`, in UTC. */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u),
  existing: z.number().int().nonnegative(),
  /** Those of the existing ones that are stored. */
  stored: z.number().int().nonnegative(),
  checkedAt: Instant,
});
export type CompletenessDay = z.infer<typeof CompletenessDay>;

/** One independent, resumable part of a backfill: `pulls:acme/api`, `incidents`. */
export const StreamProgress = z.object({
  stream: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** Records taken in so far. */
  records: z.number().int().nonnegative(),
  /** Records expected, by what was read so far; null where the provider does not say. */
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
  /** An estimate of all streams, of which some may not have begun; null before one has, or where one does not say. */
  expected: z.number().int().nonnegative().nullable(),
  /** Records that are stored and not yet worked on. */
  pending: z.number().int().nonnegative(),
  /** Records a second over the last minute; null before ten seconds can be measured, and when nothing moves. */
  perSecond: z.number().nonnegative().nullable(),
  /** Seconds until all expected records are in, at that rate; null where either is not known. */
  secondsLeft: z.number().nonnegative().nullable(),
  streams: z.array(StreamProgress),
});
export type BackfillProgress = z.infer<typeof BackfillProgress>;
