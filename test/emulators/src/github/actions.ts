import { randomUUID } from 'node:crypto';
import { AppError, Instant, parseInput } from '@refrain/domain';
import { z } from 'zod';
import { numericId, objectSha } from '../http/numeric-id.ts';
import type { WorldCommit, WorldDeployment, WorldPull } from '../world.ts';
import { repositoryWeb } from './addresses.ts';
import { type GitHubContext, instantNow } from './context.ts';
import { presentDeployment, presentDeploymentStatus } from './present-deployment.ts';
import { presentFullPull } from './present-pull.ts';
import { presentPush } from './present-push.ts';
import type { RepositoryState } from './repository-state.ts';
import type { GitHubWebhooks } from './webhooks.ts';

const author = z.string().min(1).default('sam-engineer');
const files = z.array(z.string().min(1)).default([]);
const PushCommit = z.object({
  repository: z.string(),
  message: z.string().min(1),
  files,
  author,
  at: Instant.optional(),
});
const MergePull = z.object({
  repository: z.string(),
  /** An open pull request; without it a new one is made and merged. */
  number: z.number().int().positive().optional(),
  title: z.string().min(1).optional(),
  body: z.string().default(''),
  headRef: z.string().optional(),
  files,
  author,
  at: Instant.optional(),
});
const AddDeployment = z.object({
  repository: z.string(),
  /** Absent: the head of the default branch. */
  sha: z.string().optional(),
  environment: z.string().default('production'),
  description: z.string().default(''),
  creator: author,
  at: Instant.optional(),
});
const AddDeploymentStatus = z.object({
  repository: z.string(),
  deploymentId: z.number().int(),
  state: z.enum(['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success']),
  description: z.string().default(''),
  logUrl: z.string().default(''),
  at: Instant.optional(),
});

/** What can be made to happen on the emulated GitHub. Each resolves when its webhooks were tried once. */
export interface GitHubActions {
  /** A commit on the default branch, as `git push` gives. */
  pushCommit(input: z.input<typeof PushCommit>): Promise<WorldCommit>;
  /** A squash merge. */
  mergePull(input: z.input<typeof MergePull>): Promise<WorldPull>;
  addDeployment(input: z.input<typeof AddDeployment>): Promise<WorldDeployment>;
  addDeploymentStatus(input: z.input<typeof AddDeploymentStatus>): Promise<WorldDeployment>;
}

export function createGitHubActions(context: GitHubContext, webhooks: GitHubWebhooks): GitHubActions {
  const { addresses, state } = context;

  function repositoryOf(name: string): RepositoryState {
    const repository = state.findRepository(state.organisation, name.split('/').at(-1) ?? '');
    if (repository === null) throw new AppError('not_found', `The emulated organisation has no repository ${name}`);
    return repository;
  }
  async function push(
    repository: RepositoryState,
    input: { message: string; files: string[]; author: string; at: string },
  ) {
    const parent = repository.commits.at(-1)?.sha;
    const commit: WorldCommit = {
      sha: objectSha('commit', randomUUID()),
      parents: parent === undefined ? [] : [parent],
      message: input.message,
      author: { login: input.author, name: input.author, email: `${input.author}@example.com` },
      date: input.at,
      files: input.files,
    };
    repository.addCommit(commit);
    return {
      commit,
      published: () => webhooks.publish('push', repository, presentPush(addresses, repository, commit)),
    };
  }

  return {
    async pushCommit(raw) {
      const input = parseInput(PushCommit, raw, 'A commit');
      const { commit, published } = await push(repositoryOf(input.repository), {
        ...input,
        at: input.at ?? instantNow(context),
      });
      await published();
      return commit;
    },
    async mergePull(raw) {
      const input = parseInput(MergePull, raw, 'A merge');
      const repository = repositoryOf(input.repository);
      const at = input.at ?? instantNow(context);
      const open = openPull(repository, input, at);
      const message = `${open.title} (#${open.number})${open.body === '' ? '' : `\n\n${open.body}`}`;
      const { commit, published } = await push(repository, { message, files: open.files, author: open.author, at });
      const merged: WorldPull = {
        ...open,
        state: 'closed',
        mergedAt: at,
        closedAt: at,
        updatedAt: at,
        mergeCommitSha: commit.sha,
      };
      repository.putPull(merged);
      const pull = presentFullPull(addresses, repository, merged, state.countComments(repository, merged.number));
      await Promise.all([
        webhooks.publish('pull_request', repository, { action: 'closed', number: merged.number, pull_request: pull }),
        published(),
      ]);
      return merged;
    },
    async addDeployment(raw) {
      const input = parseInput(AddDeployment, raw, 'A deployment');
      const repository = repositoryOf(input.repository);
      const sha = input.sha ?? repository.commits.at(-1)?.sha ?? objectSha('empty');
      const deployment: WorldDeployment = {
        id: numericId('deployment', randomUUID()),
        sha,
        ref: input.sha ?? repository.defaultBranch,
        environment: input.environment,
        description: input.description,
        createdAt: input.at ?? instantNow(context),
        creator: input.creator,
        statuses: [],
      };
      repository.putDeployment(deployment);
      const presented = presentDeployment(addresses, repository, deployment);
      await webhooks.publish('deployment', repository, { action: 'created', deployment: presented });
      return deployment;
    },
    async addDeploymentStatus(raw) {
      const input = parseInput(AddDeploymentStatus, raw, 'A deployment status');
      const repository = repositoryOf(input.repository);
      const former = repository.deployments.get(input.deploymentId);
      if (former === undefined)
        throw new AppError('not_found', `${repository.name} has no deployment ${input.deploymentId}`);
      const createdAt = input.at ?? instantNow(context);
      const logUrl = input.logUrl || `${repositoryWeb(addresses, repository)}/actions/runs/${former.id}`;
      const status = {
        id: numericId('status', randomUUID()),
        state: input.state,
        description: input.description,
        createdAt,
        logUrl,
      };
      const deployment = { ...former, statuses: [...former.statuses, status] };
      repository.putDeployment(deployment);
      await webhooks.publish('deployment_status', repository, {
        action: 'created',
        deployment_status: presentDeploymentStatus(addresses, repository, deployment, status),
        deployment: presentDeployment(addresses, repository, deployment),
      });
      return deployment;
    },
  };
}

function openPull(repository: RepositoryState, input: z.output<typeof MergePull>, at: string): WorldPull {
  const known = input.number === undefined ? undefined : repository.pulls.get(input.number);
  if (input.number !== undefined && known?.state !== 'open') {
    throw new AppError('conflict', `${repository.name} has no open pull request ${input.number}`);
  }
  if (known !== undefined) return known;
  const number = repository.nextNumber();
  return {
    number,
    title: input.title ?? `Change ${number}`,
    body: input.body,
    state: 'open',
    mergedAt: null,
    mergeCommitSha: null,
    headRef: input.headRef ?? `change-${number}`,
    headSha: objectSha('head', randomUUID()),
    author: input.author,
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    files: input.files,
    labels: [],
  };
}
