import { z } from 'zod';
import { Instant } from './instant.ts';

export const Provider = z.enum(['github', 'pagerduty', 'archive']);
export type Provider = z.infer<typeof Provider>;

/** What of an account is taken in. Patterns are globs over `owner/name` or over service names; an empty list means all. */
export const ConnectionScope = z.object({
  repositories: z.array(z.string()).default([]),
  services: z.array(z.string()).default([]),
});
export type ConnectionScope = z.infer<typeof ConnectionScope>;

export const ConnectionStatus = z.enum(['active', 'needs_attention']);
export type ConnectionStatus = z.infer<typeof ConnectionStatus>;

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
  createdAt: Instant,
});
export type Connection = z.infer<typeof Connection>;

/** What `verify` found: who we are to the provider, what we may see, and how much we may ask. */
export const ConnectionHealth = z.object({
  account: z.string(),
  /** Repositories or services that the credential can see. */
  visible: z.array(z.string()),
  /** Permissions that are missing, each with the feature that it costs. */
  missing: z.array(z.object({ permission: z.string(), costs: z.string() })),
  /** Requests left and when the count starts anew; null where the provider does not say. */
  budget: z.object({ limit: z.number(), remaining: z.number(), resetsAt: Instant }).nullable(),
});
export type ConnectionHealth = z.infer<typeof ConnectionHealth>;

/** One independent, resumable part of a backfill: `pulls:acme/api`, `incidents`. */
export const StreamProgress = z.object({
  stream: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** Records taken in so far. */
  records: z.number().int().nonnegative(),
  /** Records expected; null where the provider does not say. */
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
  expected: z.number().int().nonnegative().nullable(),
  /** Records that are stored and not yet worked on. */
  pending: z.number().int().nonnegative(),
  streams: z.array(StreamProgress),
});
export type BackfillProgress = z.infer<typeof BackfillProgress>;
