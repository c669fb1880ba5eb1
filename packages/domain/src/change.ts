import { z } from 'zod';
import { Instant } from './instant.ts';

/** The kind of change. A `commit` is on the default branch, pushed directly or created by a merged pull request. */
export const ChangeKind = z.enum(['merged_pull_request', 'deployment', 'commit']);
export type ChangeKind = z.infer<typeof ChangeKind>;

export const ChangeDraft = z.object({
  kind: ChangeKind,
  /** The provider's id, unique per connection and kind (`acme/api#12`, `acme/api#deployment/42`, `acme/api@<sha>`). */
  externalId: z.string().min(1),
  /** The repository as `owner/name`, or the service if the provider names no repository. */
  repository: z.string(),
  environment: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  /** The merge commit of a pull request, the deployed commit of a deployment, or the commit itself. */
  sha: z.string().nullable(),
  /** The parents of a commit, first parent first; empty for other kinds. */
  parents: z.array(z.string()),
  /** The number of the pull request. For a commit, the number of the pull request that its subject names. */
  number: z.number().int().positive().nullable(),
  /** The head branch of a pull request. */
  branch: z.string().nullable(),
  /** The branch that a pull request was merged into; null for the default branch or an unknown one. */
  base: z.string().nullable(),
  paths: z.array(z.string()),
  occurredAt: Instant,
  /** Whether a deployment succeeded; null while the deployment runs, and for other kinds of changes. */
  succeeded: z.boolean().nullable(),
  url: z.string().nullable(),
  version: Instant,
});
export type ChangeDraft = z.infer<typeof ChangeDraft>;

export const Change = ChangeDraft.extend({ id: z.string(), connectionId: z.string() });
export type Change = z.infer<typeof Change>;
