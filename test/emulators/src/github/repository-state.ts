import type { WorldCommit, WorldDeployment, WorldPull, WorldRepository } from '../world.ts';
import type { GitHubWritten, StoredIssue, StoredLabel } from './written.ts';

/** One repository as it stands: the world with what was written over it. */
export interface RepositoryState {
  readonly owner: string;
  readonly name: string;
  readonly description: string;
  readonly defaultBranch: string;
  readonly createdAt: string;
  /** The default branch, oldest first. */
  readonly commits: readonly WorldCommit[];
  readonly issues: ReadonlyMap<number, StoredIssue>;
  readonly pulls: ReadonlyMap<number, WorldPull>;
  readonly deployments: ReadonlyMap<number, WorldDeployment>;
  readonly labels: ReadonlyMap<string, StoredLabel>;
  findCommit(ref: string): WorldCommit | null;
  putIssue(issue: StoredIssue): void;
  putLabel(label: StoredLabel): void;
  putPull(pull: WorldPull): void;
  putDeployment(deployment: WorldDeployment): void;
  addCommit(commit: WorldCommit): void;
  nextNumber(): number;
}

function upsertBy<T>(list: T[] | undefined, item: T, key: (item: T) => string | number): T[] {
  return [...(list ?? []).filter((other) => key(other) !== key(item)), item];
}

export function createRepositoryState(
  owner: string,
  world: WorldRepository,
  written: GitHubWritten,
  save: () => void,
): RepositoryState {
  const { name, description, defaultBranch, createdAt } = world;
  const commits = [...world.commits, ...(written.commits[name] ?? [])];
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  const issues = new Map<number, StoredIssue>();
  for (const issue of world.issues ?? [])
    issues.set(issue.number, {
      ...issue,
      updatedAt: issue.createdAt,
      closedAt: issue.state === 'closed' ? issue.createdAt : null,
    });
  for (const issue of written.issues[name] ?? []) issues.set(issue.number, issue);
  const pulls = new Map([...world.pulls, ...(written.pulls[name] ?? [])].map((pull) => [pull.number, pull]));
  const deployments = new Map(
    [...world.deployments, ...(written.deployments[name] ?? [])].map((deployment) => [deployment.id, deployment]),
  );
  const used = [...issues.values(), ...pulls.values()].flatMap((item) => item.labels);
  const labels = new Map<string, StoredLabel>();
  for (const label of used) labels.set(label.toLowerCase(), { name: label, color: 'ededed', description: null });
  for (const label of written.labels[name] ?? []) labels.set(label.name.toLowerCase(), label);

  function findCommit(ref: string): WorldCommit | null {
    if (ref === defaultBranch || ref === 'HEAD' || ref === `heads/${defaultBranch}`) return commits.at(-1) ?? null;
    const exact = bySha.get(ref);
    if (exact !== undefined || !/^[0-9a-f]{7,39}$/u.test(ref)) return exact ?? null;
    return commits.find((commit) => commit.sha.startsWith(ref)) ?? null;
  }

  return {
    owner,
    name,
    description,
    defaultBranch,
    createdAt,
    commits,
    issues,
    pulls,
    deployments,
    labels,
    findCommit,
    putIssue(issue) {
      issues.set(issue.number, issue);
      written.issues[name] = upsertBy(written.issues[name], issue, (other) => other.number);
      save();
    },
    putLabel(label) {
      labels.set(label.name.toLowerCase(), label);
      written.labels[name] = upsertBy(written.labels[name], label, (other) => other.name.toLowerCase());
      save();
    },
    putPull(pull) {
      pulls.set(pull.number, pull);
      written.pulls[name] = upsertBy(written.pulls[name], pull, (other) => other.number);
      save();
    },
    putDeployment(deployment) {
      deployments.set(deployment.id, deployment);
      written.deployments[name] = upsertBy(written.deployments[name], deployment, (other) => other.id);
      save();
    },
    addCommit(commit) {
      commits.push(commit);
      bySha.set(commit.sha, commit);
      written.commits[name] = upsertBy(written.commits[name], commit, (other) => other.sha);
      save();
    },
    nextNumber: () => Math.max(0, ...issues.keys(), ...pulls.keys()) + 1,
  };
}
