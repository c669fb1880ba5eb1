import { createNumericId } from '../http/create-numeric-id.ts';
import type { WorldCommit, WorldDeployment, WorldFile, WorldPull, WorldRepository, WorldRun } from '../world.ts';
import { type Branch, createBranch } from './branch.ts';
import { type Collection, createCollection } from './collection.ts';
import { createFileState, type FileState } from './file-state.ts';
import { createIssueLog, type IssueLog } from './issue-log.ts';
import { createWorkflowRunState, type WorkflowRunState } from './workflow-run-state.ts';
import type {
  StoredCheckRun,
  StoredComment,
  StoredIssue,
  StoredLabel,
  WrittenGitHubData,
} from './written-github-data.ts';

/** Current state of one repository: the initial world with all later changes. */
export interface RepositoryState {
  readonly id: number;
  /** Name of the repository in the initial world. The key stays the same after a rename. */
  readonly key: string;
  readonly owner: string;
  readonly name: string;
  readonly description: string;
  readonly defaultBranch: string;
  readonly createdAt: string;
  readonly branch: Branch;
  readonly files: FileState;
  /** Issues and pull requests, which GitHub numbers and lists together. */
  readonly issues: Collection<number, StoredIssue>;
  readonly issueLog: IssueLog;
  readonly pulls: Collection<number, WorldPull>;
  readonly deployments: Collection<number, WorldDeployment>;
  readonly runs: WorkflowRunState;
  readonly checks: Collection<number, StoredCheckRun>;
  readonly labels: Collection<string, StoredLabel>;
  listComments(issue: number): readonly StoredComment[];
  addComment(comment: StoredComment): void;
  /** Returns whether the comment existed. */
  removeComment(id: number): boolean;
  /** Lists the pull requests whose merge commit or head is this commit. */
  listPullsOf(sha: string): WorldPull[];
  putIssue(issue: StoredIssue): void;
  putPull(pull: WorldPull): void;
  putDeployment(deployment: WorldDeployment): void;
  putRun(run: WorldRun): void;
  putCheck(check: StoredCheckRun): void;
  putLabel(label: StoredLabel): void;
  putFile(file: WorldFile): void;
  moveFile(path: string, to: string): void;
  addCommit(commit: WorldCommit): void;
  nextNumber(): number;
  /** Returns the value that is cached under this name, or computes and caches it. Any change in the repository clears the cache. */
  remember<T>(name: string, make: () => T): T;
  rename(name: string): void;
}

/** @param save function that is called after each write */
export function createRepositoryState(
  owner: string,
  world: WorldRepository,
  written: WrittenGitHubData,
  save: () => void,
): RepositoryState {
  const { name: key, description, defaultBranch, createdAt } = world;
  let name = key;
  const remembered = new Map<string, unknown>();
  const changed = (): void => {
    remembered.clear();
    save();
  };
  const worldIssues = (world.issues ?? []).map(completeIssue);
  const pulls = createCollection((pull) => pull.number, world.pulls, written.pulls[key]);
  const issues = createCollection<number, StoredIssue>(
    (issue) => issue.number,
    [...worldIssues, ...pulls.values()].sort((a, b) => a.number - b.number),
    written.issues[key],
  );
  const issueLog = createIssueLog(issues.values);
  const deployments = createCollection((deployment) => deployment.id, world.deployments, written.deployments[key]);
  const labels = createCollection(
    (label) => label.name.toLowerCase(),
    namedLabels(issues.values()),
    written.labels[key],
  );
  const runs = createWorkflowRunState(world.runs ?? [], written.runs[key]);
  const checks = createCollection<number, StoredCheckRun>((check) => check.id, [], written.checks[key]);
  const branch = createBranch(defaultBranch, world.commits, written.commits[key]);
  const files = createFileState(branch, world.files ?? [], written.files[key]);
  let highest = 0;
  const numbersBySha = new Map<string, Set<number>>();
  const comments = new Map<number, StoredComment[]>();

  function index({ number, mergeCommitSha, headSha }: WorldPull): void {
    for (const sha of mergeCommitSha === null ? [headSha] : [mergeCommitSha, headSha]) {
      numbersBySha.set(sha, (numbersBySha.get(sha) ?? new Set()).add(number));
    }
  }
  function addComment(comment: StoredComment): void {
    const known = comments.get(comment.issue);
    if (known === undefined) comments.set(comment.issue, [comment]);
    else known.push(comment);
  }
  for (const pull of pulls.values()) index(pull);
  for (const issue of issues.values()) highest = Math.max(highest, issue.number);
  for (const issue of world.issues ?? []) {
    for (const comment of issue.comments ?? []) addComment({ ...comment, repository: key, issue: issue.number });
  }
  for (const comment of written.comments) if (comment.repository === key) addComment(comment);

  return {
    id: createNumericId('repository', key),
    key,
    owner,
    get name() {
      return name;
    },
    description,
    defaultBranch,
    createdAt,
    branch,
    files,
    issues,
    issueLog,
    pulls,
    deployments,
    runs,
    checks,
    labels,
    listComments: (issue) => comments.get(issue) ?? [],
    addComment,
    removeComment(id) {
      for (const list of [...comments.values(), written.comments]) {
        const place = list.findIndex((one) => one.id === id);
        if (place !== -1) list.splice(place, 1);
        if (place !== -1 && list === written.comments) {
          changed();
          return true;
        }
      }
      return false;
    },
    listPullsOf: (sha) => [...(numbersBySha.get(sha) ?? [])].flatMap((number) => pulls.get(number) ?? []),
    putIssue(issue) {
      issues.put(issue);
      issueLog.update(issue);
      highest = Math.max(highest, issue.number);
      changed();
    },
    putPull(pull) {
      pulls.put(pull);
      issues.put(pull);
      issueLog.update(pull);
      index(pull);
      highest = Math.max(highest, pull.number);
      changed();
    },
    putDeployment(deployment) {
      deployments.put(deployment);
      changed();
    },
    putRun(run) {
      runs.put(run);
      changed();
    },
    putCheck(check) {
      checks.put(check);
      changed();
    },
    putLabel(label) {
      labels.put(label);
      changed();
    },
    putFile(file) {
      files.put(file);
      changed();
    },
    moveFile(path, to) {
      files.move(path, to);
      changed();
    },
    addCommit(commit) {
      branch.add(commit);
      changed();
    },
    nextNumber: () => highest + 1,
    remember<T>(what: string, make: () => T): T {
      const known = remembered.get(what) as T | undefined;
      if (known !== undefined) return known;
      const value = make();
      remembered.set(what, value);
      return value;
    },
    rename(wanted) {
      name = wanted;
      remembered.clear();
    },
  };
}

function completeIssue({ comments: _, ...issue }: NonNullable<WorldRepository['issues']>[number]): StoredIssue {
  const updatedAt = issue.updatedAt ?? issue.createdAt;
  return { ...issue, updatedAt, closedAt: issue.state === 'closed' ? (issue.closedAt ?? updatedAt) : null };
}

function namedLabels(issues: Iterable<StoredIssue>): StoredLabel[] {
  const labels = new Map<string, StoredLabel>();
  for (const issue of issues) {
    for (const name of issue.labels) labels.set(name.toLowerCase(), { name, color: 'ededed', description: null });
  }
  return [...labels.values()];
}
