import { z } from 'zod';
import { Instant } from './instant.ts';

/**
 * `pending`: it is not written yet. `shown`: it is on the pull request. `unhelpful`: a person marked it as unhelpful,
 * and the pull request gets no further check. `given_up`: the provider rejected it or did not respond, and it is not
 * written twice.
 */
export const PullCheckState = z.enum(['pending', 'shown', 'unhelpful', 'given_up']);
export type PullCheckState = z.infer<typeof PullCheckState>;

/** `failed`: it was merged and caused a failure. `not_merged`: it is open or was closed. */
export const CheckedOutcome = z.enum(['not_merged', 'merged', 'failed']);
export type CheckedOutcome = z.infer<typeof CheckedOutcome>;

/** A check of the newest commit of an open pull request that resembles changes which failed. */
export const PullCheck = z.object({
  id: z.string(),
  connectionId: z.string(),
  /** As `owner/name`. */
  repository: z.string(),
  number: z.int().positive(),
  /** The commit that it is attached to. */
  headSha: z.string(),
  state: PullCheckState,
  /** The pattern that it resembles; null if the similar failures belong to none. */
  patternId: z.string().nullable(),
  /** The similar earlier failures, most relevant first. */
  failureIds: z.array(z.string()),
  /** The calibrated probability in [0, 1] that it causes a failure, and the average of all changes. */
  score: z.number().min(0).max(1),
  usual: z.number().min(0).max(1),
  /** Its address; null before it is written. */
  url: z.string().nullable(),
  at: Instant,
});
export type PullCheck = z.infer<typeof PullCheck>;

/** A check with the outcome of its pull request, which shows whether the warning was right. */
export const ListedCheck = PullCheck.extend({ outcome: CheckedOutcome });
export type ListedCheck = z.infer<typeof ListedCheck>;

/** An open pull request at its newest commit. */
export const OpenPull = z.object({
  /** The current name of its repository. */
  repository: z.string(),
  number: z.int().positive(),
  headSha: z.string(),
  title: z.string(),
  text: z.string(),
  /** The changed files, at most the first thousand. */
  paths: z.array(z.string()),
});
export type OpenPull = z.infer<typeof OpenPull>;

/** The content of a check. */
export const WantedCheck = z.object({
  /** One line. */
  title: z.string().min(1),
  /** Markdown of at most 65,535 characters. */
  summary: z.string().min(1).max(65_535),
  /** The address of the details; null if the public address of Refrain is not configured. */
  detailsUrl: z.string().nullable(),
});
export type WantedCheck = z.infer<typeof WantedCheck>;
