import { z } from 'zod';
import { Instant } from './instant.ts';
import { TimePrecision } from './time-precision.ts';

export const FailureKind = z.enum(['incident', 'failed_deployment', 'reverted_change']);
export type FailureKind = z.infer<typeof FailureKind>;

/** The times between the start and the end of a failure, as far as the provider states them. */
export const FailureTiming = z.object({
  acknowledgedAt: Instant.nullable(),
  mitigatedAt: Instant.nullable(),
  /** When it was reopened after a resolution, oldest first. */
  reopenedAt: z.array(Instant),
});
export type FailureTiming = z.infer<typeof FailureTiming>;

/** A failure as a connector or detector describes it, before it has an id in the store. */
export const FailureDraft = z.object({
  kind: FailureKind,
  /** The provider's own id, unique within connection and kind: `acme/api#deployment/42`, `PD12345`. */
  externalId: z.string().min(1),
  title: z.string().min(1),
  /** All known text, with people replaced by roles. May be empty. */
  text: z.string(),
  /** Service names as the provider spells them. */
  services: z.array(z.string()),
  /** As `owner/name`. */
  repository: z.string().nullable(),
  environment: z.string().nullable(),
  /** Paths of the files that were changed or named, relative to the repository. */
  paths: z.array(z.string()),
  /** The commit that failed, that was reverted, or that an incident names. */
  sha: z.string().nullable(),
  occurredAt: Instant,
  resolvedAt: Instant.nullable(),
  /** The precision of `occurredAt` and `resolvedAt`: the coarser of the two. */
  precision: TimePrecision,
  /** Null if only start and end are known. */
  timing: FailureTiming.nullable(),
  /** The priority that the account assigned, otherwise the severity by the provider. */
  severity: z.string().nullable(),
  urgency: z.string().nullable(),
  /** The number of people who worked on it; never who they were. */
  responders: z.number().int().nonnegative().nullable(),
  /** Addresses of pages about the same failure: the run behind a deployment, the page behind a post-mortem. */
  references: z.array(z.string()),
  url: z.string().nullable(),
  /** The time of the provider's latest change to it. An older version never overwrites a newer one. */
  version: Instant,
  /**
   * False for a planned toggle, a dependency update, a revert without a reason and the like. These are kept and shown
   * but never clustered.
   */
  isFailure: z.boolean(),
  /** The confidence of `isFailure`, in [0, 1]; .5 for a revert whose messages give no reason. */
  confidence: z.number().min(0).max(1),
  /** Words in a revert's messages that determined `isFailure`; absent or empty without any. */
  decidingWords: z.array(z.string()).optional(),
});
export type FailureDraft = z.infer<typeof FailureDraft>;

/** A failure that changed at the provider, and whose other details must be fetched. */
export interface StaleFailure extends Pick<FailureDraft, 'kind' | 'externalId'> {
  /** Data of this version or a newer one contain the change, unless the provider left something out. */
  readonly version: Instant;
}

export const Failure = FailureDraft.extend({
  id: z.string(),
  connectionId: z.string(),
  /** The event that it belongs to; null until episodes are linked. */
  episodeId: z.string().nullable(),
  /** The failure that this one repeats. A duplicate is kept and shown with it but never counted or clustered. */
  duplicateOf: z.string().nullable(),
});
export type Failure = z.infer<typeof Failure>;

/** Returns whether it is unclear if a revert answers a failure. */
export function isUndecided({
  kind,
  isFailure,
  confidence,
}: Pick<Failure, 'kind' | 'isFailure' | 'confidence'>): boolean {
  return kind === 'reverted_change' && !isFailure && confidence <= 0.5;
}
