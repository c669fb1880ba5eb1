import { randomUUID } from 'node:crypto';
import { AppError, Instant, parseInput } from '@refrain/domain';
import { z } from 'zod';
import { objectSha } from '../http/numeric-id.ts';
import type { WorldCommit, WorldPull } from '../world.ts';
import { author, namedRepository } from './act-on.ts';
import { type GitHubContext, instantNow } from './context.ts';
import { presentFullPull } from './present-pull.ts';
import { presentPush } from './present-push.ts';
import type { RepositoryState } from './repository-state.ts';
import type { GitHubWebhooks } from './webhooks.ts';

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
const WriteFile = z.object({
  repository: z.string(),
  path: z.string().min(1),
  content: z.string(),
  message: z.string().min(1).optional(),
  author,
  at: Instant.optional(),
});

export interface CodeActions {
  /** A commit on the default branch, as `git push` gives. */
  pushCommit(input: z.input<typeof PushCommit>): Promise<WorldCommit>;
  /** A squash merge. */
  mergePull(input: z.input<typeof MergePull>): Promise<WorldPull>;
  /** A commit on the default branch that makes or changes a file. */
  writeFile(input: z.input<typeof WriteFile>): Promise<WorldCommit>;
}

export function createCodeActions(context: GitHubContext, webhooks: GitHubWebhooks): CodeActions {
  const { addresses, state } = context;

  async function push(
    repository: RepositoryState,
    input: { message: string; files: string[]; author: string; at: string },
  ) {
    const parent = repository.branch.commits.at(-1)?.sha;
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
      const { commit, published } = await push(namedRepository(state, input.repository), {
        ...input,
        at: input.at ?? instantNow(context),
      });
      await published();
      return commit;
    },
    async mergePull(raw) {
      const input = parseInput(MergePull, raw, 'A merge');
      const repository = namedRepository(state, input.repository);
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
      const pull = presentFullPull(addresses, repository, merged);
      await Promise.all([
        webhooks.publish('pull_request', repository, { action: 'closed', number: merged.number, pull_request: pull }),
        published(),
      ]);
      return merged;
    },
    async writeFile(raw) {
      const { path, content, ...input } = parseInput(WriteFile, raw, 'A file');
      const repository = namedRepository(state, input.repository);
      repository.putFile({ path, content });
      const { commit, published } = await push(repository, {
        message: input.message ?? `Write ${path}`,
        files: [path],
        author: input.author,
        at: input.at ?? instantNow(context),
      });
      await published();
      return commit;
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
