import { z } from 'zod';
import { Instant } from './instant.ts';

/**
 * The state of a pull request check. `pending`: it is not written yet. `shown`: it is on the pull request. `unhelpful`:
 * a person called it unhelpful, and the pull request gets no further check. `given_up`: the provider rejected it or did
 * not respond; it is not written again.
 */
export const PullCheckState = z.enum(['pending', 'shown', 'unhelpful', 'given_up']);
export type PullCheckState = z.infer<typeof PullCheckState>;

/** A checked pull request's outcome. `failed`: merged and caused a failure. `not_merged`: open, or closed unmerged. */
export const CheckedPullRequestOutcome = z.enum(['not_merged', 'merged', 'failed']);
export type CheckedPullRequestOutcome = z.infer<typeof CheckedPullRequestOutcome>;

/** A check run on the newest commit of an open pull request that resembles changes that failed. */
export const PullCheck = z.object({
  id: z.string(),
  connectionId: z.string(),
  /** The repository as `owner/name`. */
  repository: z.string(),
  number: z.int().positive(),
  /** The commit that has the check run. */
  headSha: z.string(),
  state: PullCheckState,
  /** The pattern of the similar failures; null if they belong to no pattern. */
  patternId: z.string().nullable(),
  /** The similar earlier failures, most relevant first. */
  failureIds: z.array(z.string()),
  /** The calibrated probability that the pull request causes a failure, 0 to 1. */
  score: z.number().min(0).max(1),
  /** The average probability that a change causes a failure, 0 to 1. */
  averageScore: z.number().min(0).max(1),
  /** The URL of the check run; null before it is written. */
  url: z.string().nullable(),
  at: Instant,
});
export type PullCheck = z.infer<typeof PullCheck>;

/** A check with the outcome of its pull request. */
export const ListedCheck = PullCheck.extend({ outcome: CheckedPullRequestOutcome });
export type ListedCheck = z.infer<typeof ListedCheck>;

export const OpenPullRequest = z.object({
  /** The current name of the repository, as `owner/name`. */
  repository: z.string(),
  number: z.int().positive(),
  headSha: z.string(),
  title: z.string(),
  text: z.string(),
  /** The changed files, at most 1,000. */
  paths: z.array(z.string()),
});
export type OpenPullRequest = z.infer<typeof OpenPullRequest>;

/** The content of a check run that Refrain writes. */
export const PullCheckContent = z.object({
  /** The title on one line. */
  title: z.string().min(1),
  /** Markdown; GitHub allows 65,535 characters. */
  summary: z.string().min(1).max(65_535),
  /** The URL of the page with details; null if Refrain's public URL is not configured. */
  detailsUrl: z.string().nullable(),
});
export type PullCheckContent = z.infer<typeof PullCheckContent>;
