import { z } from 'zod';
import { Instant } from './instant.ts';

/**
 * `owed`: it is yet to be written. `shown`: it stands on the pull request. `unhelpful`: someone said that it does not help, and
 * the pull request is left alone. `given_up`: the provider did not take it, or its answer is not known: it is not written twice.
 */
export const PullCheckState = z.enum(['pending', 'shown', 'unhelpful', 'given_up']);
export type PullCheckState = z.infer<typeof PullCheckState>;

/** `failed`: it was merged, and a failure came of it. `not_merged`: it is open, or was closed without. */
export const CheckedOutcome = z.enum(['not_merged', 'merged', 'failed']);
export type CheckedOutcome = z.infer<typeof CheckedOutcome>;

/** What is said of an open pull request, at its newest commit: that it resembles what earlier failures grew from. */
export const PullCheck = z.object({
  id: z.string(),
  connectionId: z.string(),
  /** `owner/name`. */
  repository: z.string(),
  number: z.int().positive(),
  /** The commit that it stands at. */
  headSha: z.string(),
  state: PullCheckState,
  /** The pattern that it resembles; null where what it resembles is in none. */
  patternId: z.string().nullable(),
  /** The earlier failures behind it, those that say most first. */
  failureIds: z.array(z.string()),
  /** Calibrated chance in [0, 1] that a failure comes of it, and that of any change. */
  score: z.number().min(0).max(1),
  usual: z.number().min(0).max(1),
  /** Where it can be looked at; null before it is written. */
  url: z.string().nullable(),
  at: Instant,
});
export type PullCheck = z.infer<typeof PullCheck>;

/** A check with what became of its pull request: whether the warning was right shows by this. */
export const ListedCheck = PullCheck.extend({ outcome: CheckedOutcome });
export type ListedCheck = z.infer<typeof ListedCheck>;

/** An open pull request as it is at its newest commit. */
export const OpenPull = z.object({
  /** Its repository's present name. */
  repository: z.string(),
  number: z.int().positive(),
  headSha: z.string(),
  title: z.string(),
  text: z.string(),
  /** Of the files that it changes; of many the first thousand. */
  paths: z.array(z.string()),
});
export type OpenPull = z.infer<typeof OpenPull>;

/** What a check says. */
export const WantedCheck = z.object({
  /** One line. */
  title: z.string().min(1),
  /** Markdown, of at most 65,535 characters. */
  summary: z.string().min(1).max(65_535),
  /** Where more of it stands; null where nobody said where Refrain is. */
  detailsUrl: z.string().nullable(),
});
export type WantedCheck = z.infer<typeof WantedCheck>;
