import { FullRepositoryName, Instant } from '@refrain/domain';
import { z } from 'zod';
import { HttpUrl } from '../../records/parse-http-url.ts';

/** Schemas of the fields that Refrain reads from GitHub's REST API and webhooks; other fields are kept. */

const Account = z.looseObject({ login: z.string(), type: z.string().optional() });
const OptionalAccount = Account.nullish();

export const Repository = z.looseObject({
  full_name: z.string(),
  fork: z.boolean().default(false),
  archived: z.boolean().default(false),
  has_issues: z.boolean().default(true),
});

/** The name comes from outside and becomes part of request paths, so it is validated. */
const EventRepository = Repository.extend({ full_name: FullRepositoryName, private: z.boolean().nullish() });

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
  base: z
    .looseObject({ ref: z.string(), repo: z.looseObject({ default_branch: z.string().nullish() }).nullish() })
    .nullish(),
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
  /** Absent in GraphQL, which returns statuses newest first. */
  id: z.number().int().optional(),
  /** One of error, failure, inactive, in_progress, queued, pending, success, waiting; GitHub may add others. */
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
  /** Whether the Actions run that deployed was for unmerged code; absent if no run is known. */
  isTrial: z.boolean().optional(),
});

export const PullRequestEvent = z.object({
  action: z.string(),
  pull_request: Pull,
  repository: EventRepository,
});

export const DeploymentStatusEvent = z.object({
  deployment: Deployment,
  deployment_status: DeploymentStatus,
  /** The Actions run that deployed; absent if another tool deployed. */
  workflow_run: z
    .looseObject({
      html_url: z.string().nullish(),
      event: z.string().nullish(),
      head_repository: z.looseObject({ full_name: z.string().nullish() }).nullish(),
      actor: OptionalAccount,
      triggering_actor: OptionalAccount,
    })
    .nullish(),
  repository: EventRepository,
});

/** An Actions run in the state of its last attempt, with the `created_at` of the first. */
export const Run = z.looseObject({
  id: z.number().int(),
  repository: z.looseObject({ full_name: z.string().nullish(), private: z.boolean().nullish() }).nullish(),
  head_repository: z.looseObject({ full_name: z.string().nullish() }).nullish(),
  name: z.string().nullish(),
  display_title: z.string().nullish(),
  path: z.string().nullish(),
  event: z.string().nullish(),
  head_branch: z.string().nullish(),
  head_sha: z.string().nullish(),
  html_url: z.string().nullish(),
  status: z.string().nullish(),
  conclusion: z.string().nullish(),
  run_attempt: z.number().int().nullish(),
  actor: OptionalAccount,
  triggering_actor: OptionalAccount,
  head_commit: z.looseObject({ author: z.looseObject({ name: z.string().nullish() }).nullish() }).nullish(),
  created_at: Instant,
  updated_at: Instant,
});
export type Run = z.output<typeof Run>;

export const Job = z.looseObject({
  id: z.number().int(),
  name: z.string(),
  conclusion: z.string().nullish(),
  run_attempt: z.number().int().nullish(),
  completed_at: Instant.nullish(),
  steps: z
    .array(
      z.looseObject({
        name: z.string(),
        conclusion: z.string().nullish(),
        started_at: Instant.nullish(),
        completed_at: Instant.nullish(),
      }),
    )
    .nullish(),
});
export type Job = z.output<typeof Job>;

export const Annotation = z.looseObject({
  path: z.string().nullish(),
  start_line: z.number().nullish(),
  annotation_level: z.string().nullish(),
  title: z.string().nullish(),
  message: z.string().nullish(),
});
export type Annotation = z.output<typeof Annotation>;

export const RunRecord = z.object({
  repository: z.string(),
  run: Run,
  jobs: z.array(z.object({ job: Job, annotations: z.array(Annotation) })).default([]),
  logs: z.record(z.string(), z.string()).default({}),
  environment: z.string().nullish(),
});
export type RunRecord = z.output<typeof RunRecord>;

export const WorkflowRunEvent = z.object({
  action: z.string(),
  workflow_run: Run,
  workflow: z.looseObject({ name: z.string().nullish(), path: z.string().nullish() }).nullish(),
  repository: EventRepository,
});

export const PushEvent = z.object({
  ref: z.string(),
  repository: z.looseObject({ full_name: FullRepositoryName, default_branch: z.string() }),
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

const IncidentIssue = z.looseObject({
  number: z.number().int().positive(),
  title: z.string(),
  body: z.string().nullish(),
  html_url: z.string().nullish(),
  state: z.string().nullish(),
  state_reason: z.string().nullish(),
  labels: z.array(z.union([z.string(), z.looseObject({ name: z.string().nullish() })])).nullish(),
  user: OptionalAccount,
  author_association: z.string().nullish(),
  assignees: z.array(Account).nullish(),
  created_at: Instant,
  updated_at: Instant,
  closed_at: Instant.nullish(),
  pull_request: z.unknown().optional(),
});

const Comment = z.looseObject({
  body: z.string().nullish(),
  user: OptionalAccount,
  author_association: z.string().nullish(),
  created_at: Instant,
});

export const IssueRecord = z.object({
  repository: z.string(),
  issue: IncidentIssue,
  comments: z.array(Comment).default([]),
  events: z.array(z.looseObject({ event: z.string(), created_at: Instant })).default([]),
  /** Whether the repository is public; absent if all authors may write to it, so that visibility does not matter. */
  isPublic: z.boolean().optional(),
});
export type IssueRecord = z.output<typeof IssueRecord>;

export const IssueEvent = z.object({
  action: z.string(),
  issue: IncidentIssue,
  comment: Comment.nullish(),
  label: z.looseObject({ name: z.string().nullish() }).nullish(),
  repository: EventRepository,
});

const FileCommit = z.looseObject({ author: GitPerson, committer: GitPerson });

export const FileRecord = z.object({
  repository: z.string(),
  path: z.string(),
  sha: z.string(),
  url: z.string().nullish(),
  content: z.string(),
  commits: z.object({ first: FileCommit, last: FileCommit }).nullish(),
  formerPath: z.string().nullish(),
});
export type FileRecord = z.output<typeof FileRecord>;

export const Issue = z.looseObject({
  number: z.number().int().positive(),
  html_url: HttpUrl,
  title: z.string().nullish(),
  body: z.string().nullish(),
  locked: z.boolean().nullish(),
  pull_request: z.unknown().optional(),
});
export type Issue = z.output<typeof Issue>;
