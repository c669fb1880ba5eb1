import { z } from 'zod';
import { Instant } from './instant.ts';
import { TimePrecision } from './time-precision.ts';

export const FailureKind = z.enum(['incident', 'failed_deployment', 'reverted_change']);
export type FailureKind = z.infer<typeof FailureKind>;

/** Times between the start and the end of a failure, as the provider reports them. */
export const FailureTiming = z.object({
  acknowledgedAt: Instant.nullable(),
  mitigatedAt: Instant.nullable(),
  /** When the failure was reopened after a resolution, oldest first. */
  reopenedAt: z.array(Instant),
});
export type FailureTiming = z.infer<typeof FailureTiming>;

/** A failure that a connector parsed or a detector found and that is not stored yet. */
export const FailureDraft = z.object({
  kind: FailureKind,
  /** The provider's id, unique per connection and kind, such as `acme/api#deployment/42` or `PD12345`. */
  externalId: z.string().min(1),
  title: z.string().min(1),
  /** All known text, with people replaced by roles; may be empty. */
  text: z.string(),
  /** Service names as the provider spells them. */
  services: z.array(z.string()),
  /** The repository as `owner/name`. */
  repository: z.string().nullable(),
  environment: z.string().nullable(),
  /** Paths of files that were changed or that the text names, relative to the repository. */
  paths: z.array(z.string()),
  /** The commit that was deployed or reverted, or that an incident names. */
  sha: z.string().nullable(),
  occurredAt: Instant,
  resolvedAt: Instant.nullable(),
  /** The precision of `occurredAt` or `resolvedAt`, whichever is coarser. */
  precision: TimePrecision,
  /** Further times of the failure; null if only `occurredAt` and `resolvedAt` are known. */
  timing: FailureTiming.nullable(),
  /** The priority that people assigned, otherwise the provider's severity. */
  severity: z.string().nullable(),
  urgency: z.string().nullable(),
  /** The number of people who worked on the failure. Their names are not stored. */
  responders: z.number().int().nonnegative().nullable(),
  /** URLs of web pages about the same failure, such as the workflow run of a deployment or a post-mortem. */
  references: z.array(z.string()),
  url: z.string().nullable(),
  /** When the failure last changed at the provider. An older version never overwrites a newer one. */
  version: Instant,
  /** False for a record that only looks like a failure, such as a planned revert or announced maintenance: it is shown but not clustered. */
  isFailure: z.boolean(),
  /** The confidence of `isFailure`, 0 to 1; 0.5 for a revert whose messages state no reason. */
  confidence: z.number().min(0).max(1),
  /** The words of the record that determined `isFailure`. */
  decidingWords: z.array(z.string()).optional(),
});
export type FailureDraft = z.infer<typeof FailureDraft>;

/** A failure that changed at the provider and whose details must be fetched again. */
export interface StaleFailure extends Pick<FailureDraft, 'kind' | 'externalId'> {
  /** The lowest acceptable version of the fetched details; a lower version may not contain the change yet. */
  readonly version: Instant;
}

export const Failure = FailureDraft.extend({
  id: z.string(),
  connectionId: z.string(),
  /** The episode of the failure; null before the first clustering. */
  episodeId: z.string().nullable(),
  /** The id of the failure that this failure duplicates; null if none. Duplicates are neither counted nor clustered. */
  duplicateOf: z.string().nullable(),
});
export type Failure = z.infer<typeof Failure>;

/** Returns true for a revert that may or may not respond to a failure. */
export function isUndecidedRevert({
  kind,
  isFailure,
  confidence,
}: Pick<Failure, 'kind' | 'isFailure' | 'confidence'>): boolean {
  return kind === 'reverted_change' && !isFailure && confidence <= 0.5;
}
