import { z } from 'zod';
import { Instant } from './instant.ts';

/** `commit` is a commit on the default branch: a direct push, or the commit that a merged pull request left there. */
export const ChangeKind = z.enum(['merged_pull_request', 'deployment', 'commit']);
export type ChangeKind = z.infer<typeof ChangeKind>;

export const ChangeDraft = z.object({
  kind: ChangeKind,
  /** Unique within connection and kind: `acme/api#12`, `acme/api#deployment/42`, `acme/api@<sha>`. */
  externalId: z.string().min(1),
  /** `owner/name`, or the service that it names and nothing more. */
  repository: z.string(),
  environment: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  /** Merge commit of a pull request, deployed commit of a deployment, the commit itself. */
  sha: z.string().nullable(),
  /** Parents of a commit, first parent first; empty for the others. */
  parents: z.array(z.string()),
  /** Pull request number: its own, or the one that a commit's subject names. */
  number: z.number().int().positive().nullable(),
  /** Head branch of a pull request. */
  branch: z.string().nullable(),
  /** Branch that a pull request was merged into, where it was not the default branch; null where it was, or is not known. */
  base: z.string().nullable(),
  paths: z.array(z.string()),
  occurredAt: Instant,
  /** Whether a deployment ended well; null while it runs, and for what cannot fail. */
  succeeded: z.boolean().nullable(),
  url: z.string().nullable(),
  version: Instant,
});
export type ChangeDraft = z.infer<typeof ChangeDraft>;

export const Change = ChangeDraft.extend({ id: z.string(), connectionId: z.string() });
export type Change = z.infer<typeof Change>;
