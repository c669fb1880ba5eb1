import { createObjectSha } from '../http/create-numeric-id.ts';
import { createUniqueName } from '../http/create-unique-name.ts';
import type { FormerPaths, WorldCommit } from '../world.ts';
import type { GitHubContext } from './context.ts';
import { formatPush } from './format-push.ts';
import type { RepositoryState } from './repository-state.ts';
import type { GitHubWebhooks } from './webhooks.ts';

export interface NewCommit {
  readonly message: string;
  readonly files: readonly string[];
  readonly formerNames?: FormerPaths | undefined;
  readonly author: string;
  readonly at: string;
  readonly parents?: readonly string[];
}

/** Adds a commit to the default branch and moves files. Sends no webhook. */
export function addCommit(repository: RepositoryState, commit: NewCommit): WorldCommit {
  const { message, files, formerNames = {}, author, at } = commit;
  const head = repository.branch.commits.at(-1)?.sha;
  for (const [path, former] of Object.entries(formerNames)) repository.moveFile(former, path);
  const created: WorldCommit = {
    sha: createObjectSha('commit', createUniqueName()),
    parents: [...(commit.parents ?? (head === undefined ? [] : [head]))],
    message,
    author: { login: author, name: author, email: `${author}@example.com` },
    date: at,
    files: [...files],
    ...(Object.keys(formerNames).length > 0 && { formerNames }),
  };
  repository.addCommit(created);
  return created;
}

/** Publishes new commits of the default branch, oldest first. Resolves after one delivery attempt for each webhook. */
export function publishPushEvent(
  { addresses }: GitHubContext,
  webhooks: GitHubWebhooks,
  repository: RepositoryState,
  commits: readonly WorldCommit[],
): Promise<void> {
  return webhooks.publish('push', repository, formatPush(addresses, repository, commits));
}
