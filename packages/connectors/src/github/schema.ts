import { Instant } from '@refrain/domain';
import { z } from 'zod';

/** Fields of GitHub's REST API and webhooks that Refrain reads; all others are let through. */

const Account = z.looseObject({ login: z.string(), type: z.string().optional() });
const OptionalAccount = Account.nullish();

export const Repository = z.looseObject({
  full_name: z.string(),
  fork: z.boolean().default(false),
  archived: z.boolean().default(false),
  has_issues: z.boolean().default(true),
});

const FileName = z.looseObject({ filename: z.string() });

const Pull = z.looseObject({
  number: z.number().int().positive(),
  title: z.string(),
  body: z.string().nullish(),
  html_url: z.string().nullish(),
  user: OptionalAccount,
  merged_by: OptionalAccount,
  assignees: z.array(Account).nullish(),
  requested_reviewers: z.array(z.looseObject({ login: z.string().optional() })).nullish(),
  head: z.looseObject({ ref: z.string() }),
  merge_commit_sha: z.string().nullish(),
  merged_at: Instant.nullish(),
  updated_at: Instant,
});

const GitPerson = z.looseObject({ name: z.string().nullish(), email: z.string().nullish(), date: Instant }).nullish();

const Commit = z.looseObject({
  sha: z.string().min(7),
  html_url: z.string().nullish(),
  commit: z.looseObject({ message: z.string(), author: GitPerson, committer: GitPerson }),
  author: z.union([OptionalAccount, z.object({})]),
  committer: z.union([OptionalAccount, z.object({})]),
  parents: z.array(z.looseObject({ sha: z.string() })).default([]),
  files: z.array(FileName).nullish(),
});

export const Deployment = z.looseObject({
  id: z.number().int(),
  sha: z.string(),
  ref: z.string().nullish(),
  environment: z.string().nullish(),
  description: z.string().nullish(),
  creator: OptionalAccount,
  created_at: Instant,
});
export type Deployment = z.output<typeof Deployment>;

export const DeploymentStatus = z.looseObject({
  id: z.number().int(),
  /** error, failure, inactive, in_progress, queued, pending, success, waiting; more may come. */
  state: z.string(),
  description: z.string().nullish(),
  creator: OptionalAccount,
  created_at: Instant,
  log_url: z.string().nullish(),
  target_url: z.string().nullish(),
});
export type DeploymentStatus = z.output<typeof DeploymentStatus>;

export const PullRecord = z.object({
  repository: z.string(),
  pull: Pull,
  files: z.array(z.string()).optional(),
});
export const CommitRecord = z.object({ repository: z.string(), commit: Commit });
export const DeploymentRecord = z.object({
  repository: z.string(),
  deployment: Deployment,
  statuses: z.array(DeploymentStatus),
});

export const PullRequestEvent = z.object({
  action: z.string(),
  pull_request: Pull,
  repository: Repository,
});

export const DeploymentStatusEvent = z.object({
  deployment: Deployment,
  deployment_status: DeploymentStatus,
  repository: Repository,
});

export const PushEvent = z.object({
  ref: z.string(),
  repository: z.looseObject({ full_name: z.string(), default_branch: z.string() }),
  commits: z
    .array(
      z.looseObject({
        id: z.string().min(7),
        message: z.string(),
        timestamp: Instant,
        url: z.string().nullish(),
        author: z.looseObject({ name: z.string().nullish(), username: z.string().nullish() }).nullish(),
        committer: z.looseObject({ name: z.string().nullish(), username: z.string().nullish() }).nullish(),
        added: z.array(z.string()).nullish(),
        removed: z.array(z.string()).nullish(),
        modified: z.array(z.string()).nullish(),
      }),
    )
    .default([]),
});

export const Issue = z.looseObject({
  number: z.number().int().positive(),
  html_url: z.string(),
  body: z.string().nullish(),
  pull_request: z.unknown().optional(),
});
export type Issue = z.output<typeof Issue>;
