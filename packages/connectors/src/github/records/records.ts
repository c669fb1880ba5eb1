import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { createShortHash } from '../../records/delivery-key.ts';
import { sortDeploymentStatuses } from './deployment-statuses.ts';

/** The `Listed…` schemas require the fields that identify an item and its version, and keep all other fields. */
export const ListedPullRequest = z.looseObject({
  number: z.number().int(),
  title: z.string().nullish(),
  body: z.string().nullish(),
  updated_at: z.string(),
  merged_at: z.string().nullish(),
  head: z.looseObject({ ref: z.string().nullish() }).nullish(),
  base: z.looseObject({ repo: z.looseObject({ default_branch: z.string().nullish() }).nullish() }).nullish(),
});
export type ListedPullRequest = z.output<typeof ListedPullRequest>;

export const ListedCommit = z.looseObject({
  sha: z.string(),
  parents: z.array(z.looseObject({ sha: z.string() })).nullish(),
  commit: z.looseObject({
    message: z.string(),
    author: z.looseObject({ date: z.string().nullish() }).nullish(),
    committer: z.looseObject({ date: z.string().nullish() }).nullish(),
  }),
});
export type ListedCommit = z.output<typeof ListedCommit>;

export const ListedDeployment = z.looseObject({
  id: z.number().int(),
  node_id: z.string().nullish(),
  environment: z.string().nullish(),
  created_at: z.string(),
  updated_at: z.string().nullish(),
});
export type ListedDeployment = z.output<typeof ListedDeployment>;

export const ListedDeploymentStatus = z.looseObject({
  /** The status's id; absent if the status is from GraphQL, which returns statuses newest first. */
  id: z.number().int().optional(),
  state: z.string().nullish(),
  created_at: z.string(),
  log_url: z.string().nullish(),
  target_url: z.string().nullish(),
});
export type ListedDeploymentStatus = z.output<typeof ListedDeploymentStatus>;

export const ListedFile = z.looseObject({ filename: z.string(), previous_filename: z.string().nullish() });
export const CommitWithFiles = z.looseObject({ files: z.array(ListedFile).nullish() });

export const ListedWorkflow = z.looseObject({ id: z.number().int(), name: z.string(), path: z.string() });

const ListedAccount = z.looseObject({ login: z.string() }).nullish();

export const ListedRun = z.looseObject({
  id: z.number().int(),
  name: z.string().nullish(),
  path: z.string().nullish(),
  status: z.string().nullish(),
  conclusion: z.string().nullish(),
  run_attempt: z.number().int().nullish(),
  created_at: z.string(),
  updated_at: z.string(),
  repository: z.looseObject({ private: z.boolean().nullish() }).nullish(),
  /** The repository of the code, which for a pull request from a fork is the fork. */
  head_repository: z.looseObject({ full_name: z.string().nullish() }).nullish(),
  event: z.string().nullish(),
  actor: ListedAccount,
  triggering_actor: ListedAccount,
});
export type ListedRun = z.output<typeof ListedRun>;

export const ListedJob = z.looseObject({
  id: z.number().int(),
  name: z.string(),
  conclusion: z.string().nullish(),
  run_attempt: z.number().int().nullish(),
  completed_at: z.string().nullish(),
});
export type ListedJob = z.output<typeof ListedJob>;

export const ListedAnnotation = z.looseObject({
  annotation_level: z.string().nullish(),
  message: z.string().nullish(),
});
export type ListedAnnotation = z.output<typeof ListedAnnotation>;

export const ListedIssue = z.looseObject({
  number: z.number().int(),
  state: z.string(),
  state_reason: z.string().nullish(),
  body: z.string().nullish(),
  user: z.looseObject({ type: z.string().nullish() }).nullish(),
  author_association: z.string().nullish(),
  labels: z.array(z.union([z.string(), z.looseObject({ name: z.string().nullish() })])).default([]),
  comments: z.number().int().default(0),
  created_at: z.string(),
  updated_at: z.string(),
  pull_request: z.unknown().optional(),
});
export type ListedIssue = z.output<typeof ListedIssue>;

export const ListedIssueComment = z.looseObject({
  body: z.string().nullish(),
  user: z.looseObject({ type: z.string().nullish() }).nullish(),
  author_association: z.string().nullish(),
  created_at: z.string(),
});
export type ListedIssueComment = z.output<typeof ListedIssueComment>;

export const ListedIssueEvent = z.looseObject({ event: z.string().nullish(), created_at: z.string().nullish() });

export function createPullRequestRecord(
  repository: string,
  pull: ListedPullRequest,
  files: readonly string[] | null,
): RawRecord {
  return {
    type: 'github.pull_request',
    deliveryKey: keyOf('pull', repository, pull.number, pull.updated_at),
    payload: { repository, pull: withoutCopies(pull), ...(files === null ? {} : { files }) },
  };
}

export function formatCommitKey(repository: string, sha: string): string {
  return keyOf('commit', repository, sha);
}

export function createCommitRecord(
  repository: string,
  commit: ListedCommit,
  files: readonly string[] | null,
): RawRecord {
  const withFiles = files === null ? commit : { ...commit, files: files.map((filename) => ({ filename })) };
  return {
    type: 'github.commit',
    deliveryKey: formatCommitKey(repository, commit.sha),
    payload: { repository, commit: withFiles },
  };
}

/** Creates a deployment record. Its version consists of the number of statuses and the time of the newest status. */
export function createDeploymentRecord(
  repository: string,
  deployment: ListedDeployment,
  statuses: readonly ListedDeploymentStatus[],
): RawRecord {
  const newest = sortDeploymentStatuses(statuses).at(-1)?.created_at ?? 'none';
  return {
    type: 'github.deployment',
    deliveryKey: keyOf('deployment', repository, deployment.id, statuses.length, newest),
    payload: { repository, deployment, statuses },
  };
}

export interface RunDetails {
  readonly jobs: readonly { readonly job: ListedJob; readonly annotations: readonly ListedAnnotation[] }[];
  /** End of the log of each job, by job id. */
  readonly logs: Readonly<Record<string, string>>;
  readonly environment: string | null;
}

export function createRunRecord(repository: string, run: ListedRun, details: RunDetails | null): RawRecord {
  const { repository: base, head_repository: head } = run;
  // GitHub returns both repositories of a run in full; only the needed fields are kept.
  const shortened = {
    repository: base?.private == null ? undefined : { private: base.private },
    head_repository: head?.full_name == null ? undefined : { full_name: head.full_name },
  };
  return {
    type: 'github.workflow_run',
    deliveryKey: keyOf('run', repository, run.id, run.run_attempt ?? 1, run.updated_at),
    payload: { repository, run: { ...run, ...shortened }, ...details },
  };
}

export interface IssueDetails {
  readonly comments: readonly ListedIssueComment[];
  readonly events: readonly { readonly event: string; readonly created_at: string }[];
  /** Whether the repository is public. Only requested if an author of the issue or of a comment lacks write access. */
  readonly isPublic?: boolean;
}

/** Creates an issue record. Its version is `updated_at`, which also changes with each comment. */
export function createIssueRecord(repository: string, issue: ListedIssue, details: IssueDetails | null): RawRecord {
  return {
    type: 'github.issue',
    deliveryKey: keyOf('issue', repository, issue.number, issue.updated_at),
    payload: { repository, issue, ...details },
  };
}

export interface PostMortemFileWithHistory {
  readonly path: string;
  readonly sha: string;
  readonly url: string | null;
  readonly content: string;
  readonly commits: { readonly first: ListedCommit['commit']; readonly last: ListedCommit['commit'] } | null;
  /** Path before a rename; null if no rename is known. */
  readonly formerPath: string | null;
}

export function createPostMortemFileRecord(
  repository: string,
  { path, sha }: { path: string; sha: string },
  file: PostMortemFileWithHistory | null,
): RawRecord {
  return {
    type: 'github.file',
    deliveryKey: keyOf('file', repository, path, sha),
    payload: { repository, ...file },
  };
}

/**
 * Joins the parts of a delivery key. Replaces a long key by a hash, since GitHub does not limit the length of the
 * parts.
 */
function keyOf(...parts: (string | number)[]): string {
  const key = parts.join('/');
  return key.length <= 300 ? key : `${parts[0]}/${createShortHash(key)}`;
}

/** Drops the repositories of head and base (15 kB) from a pull request; keeps only the name of the default branch. */
function withoutCopies({ head, base, ...pull }: ListedPullRequest): Record<string, unknown> {
  const branch = base?.repo?.default_branch;
  return {
    ...pull,
    head: head && { ...head, repo: undefined },
    base: base && { ...base, repo: branch == null ? undefined : { default_branch: branch } },
    _links: undefined,
  };
}
