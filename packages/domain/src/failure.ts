import { z } from 'zod';
import { Instant } from './instant.ts';
import { TimePrecision } from './time-precision.ts';

export const FailureKind = z.enum(['incident', 'failed_deployment', 'reverted_change']);
export type FailureKind = z.infer<typeof FailureKind>;

/** How it went between its start and its end, as far as the provider says. */
export const FailureTiming = z.object({
  acknowledgedAt: Instant.nullable(),
  mitigatedAt: Instant.nullable(),
  /** When it came back after it had been resolved, oldest first. */
  reopenedAt: z.array(Instant),
});
export type FailureTiming = z.infer<typeof FailureTiming>;

/** What a connector or a detector says of one failure, before it has an id in the store. */
export const FailureDraft = z.object({
  kind: FailureKind,
  /** The provider's own id, unique within connection and kind: `acme/api#deployment/42`, `PD12345`. */
  externalId: z.string().min(1),
  title: z.string().min(1),
  /** Everything readable that is known of it, people already replaced by roles. May be empty. */
  text: z.string(),
  /** Service names as the provider has them. */
  services: z.array(z.string()),
  /** `owner/name`. */
  repository: z.string().nullable(),
  environment: z.string().nullable(),
  /** Paths of the files that were changed or named, relative to the repository. */
  paths: z.array(z.string()),
  /** The commit that failed, that was reverted, or that an incident names. */
  sha: z.string().nullable(),
  occurredAt: Instant,
  resolvedAt: Instant.nullable(),
  /** How precisely `occurredAt` and `resolvedAt` are known: the coarser of the two. */
  precision: TimePrecision,
  /** Null where nothing is known but start and end. */
  timing: FailureTiming.nullable(),
  /** Priority as the account names it, else how bad the provider says it is. */
  severity: z.string().nullable(),
  urgency: z.string().nullable(),
  /** How many people worked on it: a count, never who. */
  responders: z.number().int().nonnegative().nullable(),
  /** Addresses of pages that are about the same failure: the run behind a deployment, the page behind a post-mortem. */
  references: z.array(z.string()),
  url: z.string().nullable(),
  /** Instant of the provider's last change to it: an older version never overwrites a newer one. */
  version: Instant,
  /** False for a planned toggle, a dependency bump, a revert without a reason and the like: kept and shown, never grouped. */
  isFailure: z.boolean(),
  /** In [0, 1]: how sure `isFailure` is; .5 for a revert whose messages do not tell. */
  confidence: z.number().min(0).max(1),
  /** Words of a revert's messages that decided `isFailure`; absent or empty where none did. */
  decidingWords: z.array(z.string()).optional(),
});
export type FailureDraft = z.infer<typeof FailureDraft>;

/** That something happened to a failure of which the provider has more to tell than was told now. */
export interface StaleFailure extends Pick<FailureDraft, 'kind' | 'externalId'> {
  /** What is read of the provider in this version or a newer one tells it, unless it leaves something out. */
  readonly version: Instant;
}

export const Failure = FailureDraft.extend({
  id: z.string(),
  connectionId: z.string(),
  /** The event that it is part of; null until linking has run. */
  episodeId: z.string().nullable(),
  /** The failure that this one tells of a second time: kept and shown with it, never counted or grouped. */
  duplicateOf: z.string().nullable(),
});
export type Failure = z.infer<typeof Failure>;

/** Whether a revert does not tell if it answers a failure. */
export function isUndecided({
  kind,
  isFailure,
  confidence,
}: Pick<Failure, 'kind' | 'isFailure' | 'confidence'>): boolean {
  return kind === 'reverted_change' && !isFailure && confidence <= 0.5;
}
