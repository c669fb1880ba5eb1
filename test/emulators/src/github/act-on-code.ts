import { AppError, Instant, parseInput } from '@refrain/domain';
import { z } from 'zod';
import { createObjectSha } from '../http/create-numeric-id.ts';
import { createUniqueName } from '../http/create-unique-name.ts';
import type { WorldCommit, WorldPull } from '../world.ts';
import { formatCurrentInstant, type GitHubContext } from './context.ts';
import { listIssueTransitions } from './edit-issue.ts';
import { AuthorLoginOrDefault, findNamedRepository } from './find-named-repository.ts';
import { formatFullPullRequest } from './format-pull-request.ts';
import { addCommit, publishPushEvent } from './push.ts';
import type { RepositoryState } from './repository-state.ts';
import type { GitHubWebhooks } from './webhooks.ts';

const files = z.array(z.string().min(1)).default([]);
const formerNames = z.record(z.string().min(1), z.string().min(1)).optional();
const PushCommit = z.object({
  repository: z.string(),
  message: z.string().min(1),
  files,
  formerNames,
  author: AuthorLoginOrDefault,
  at: Instant.optional(),
});
const MergePull = z.object({
  repository: z.string(),
  /** Number of an open pull request to merge; by default a new one is created. */
  number: z.number().int().positive().optional(),
  title: z.string().min(1).optional(),
  body: z.string().default(''),
  headRef: z.string().optional(),
  files,
  formerNames,
  author: AuthorLoginOrDefault,
  at: Instant.optional(),
});
const MergeBranch = z.object({
  repository: z.string(),
  /** Commit of the default branch at which the merged branch starts; the newest commit by default. */
  from: z.string().optional(),
  commits: z.array(z.object({ message: z.string().min(1), files, author: AuthorLoginOrDefault, at: Instant })).min(1),
  message: z.string().min(1).default('Merge branch'),
  author: AuthorLoginOrDefault,
  at: Instant.optional(),
});

export interface CodeActions {
  pushCommit(input: z.input<typeof PushCommit>): Promise<WorldCommit>;
  mergePull(input: z.input<typeof MergePull>): Promise<WorldPull>;
  /**
   * Creates a merge commit on the default branch. The merged commits keep their dates. Returns the merged commits and the merge commit,
   * oldest first.
   */
  mergeBranch(input: z.input<typeof MergeBranch>): Promise<WorldCommit[]>;
}

export function createCodeActions(context: GitHubContext, webhooks: GitHubWebhooks): CodeActions {
  const { addresses, state } = context;

  return {
    async pushCommit(raw) {
      const { repository: name, ...input } = parseInput(PushCommit, raw, 'A commit');
      const repository = findNamedRepository(state, name);
      const commit = addCommit(repository, { ...input, at: input.at ?? formatCurrentInstant(context) });
      await publishPushEvent(context, webhooks, repository, [commit]);
      return commit;
    },
    async mergePull(raw) {
      const input = parseInput(MergePull, raw, 'A merge');
      const repository = findNamedRepository(state, input.repository);
      const at = input.at ?? formatCurrentInstant(context);
      const open = openPull(repository, input, at);
      const message = `${open.title} (#${open.number})${open.body === '' ? '' : `\n\n${open.body}`}`;
      const commit = addCommit(repository, { ...open, message, at });
      const merged: WorldPull = {
        ...open,
        state: 'closed',
        mergedAt: at,
        closedAt: at,
        updatedAt: at,
        mergeCommitSha: commit.sha,
        transitions: [...listIssueTransitions(open), { event: 'closed', at }],
      };
      repository.putPull(merged);
      const pull = formatFullPullRequest(addresses, repository, merged);
      await Promise.all([
        webhooks.publish('pull_request', repository, { action: 'closed', number: merged.number, pull_request: pull }),
        publishPushEvent(context, webhooks, repository, [commit]),
      ]);
      return merged;
    },
    async mergeBranch(raw) {
      const { repository: name, from, ...merge } = parseInput(MergeBranch, raw, 'A merge of a branch');
      const repository = findNamedRepository(state, name);
      const head = repository.branch.find('HEAD');
      const fork = from === undefined ? head : repository.branch.find(from);
      if (head === null || fork === null) {
        throw new AppError('not_found', `${repository.name} has no commit ${from ?? 'to branch from'}`);
      }
      let tip = fork.sha;
      const commits = merge.commits.map((commit) => {
        const created = addCommit(repository, { ...commit, parents: [tip] });
        tip = created.sha;
        return created;
      });
      const { message, author: merger, at = formatCurrentInstant(context) } = merge;
      const parents = [head.sha, tip];
      commits.push(addCommit(repository, { message, files: [], author: merger, at, parents }));
      await publishPushEvent(context, webhooks, repository, commits);
      return commits;
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
    headSha: createObjectSha('head', createUniqueName()),
    author: input.author,
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    files: input.files,
    ...(input.formerNames && { formerNames: input.formerNames }),
    labels: [],
  };
}
