import { createObjectSha } from '../http/create-numeric-id.ts';
import { createUniqueName } from '../http/create-unique-name.ts';
import type { FormerPaths, WorldCommit } from '../world.ts';
import type { GitHubContext } from './context.ts';
import { type EmulatorUrls, repositoryWebUrl } from './emulator-urls.ts';
import type { RepositoryState } from './repository-state.ts';
import type { GitHubWebhooks } from './webhooks.ts';

/**
 * Maximum number of commits in a push event. GitHub omits the oldest ones:
 * https://docs.github.com/webhooks/webhook-events-and-payloads#push.
 */
const maxCommits = 2_048;

export interface NewCommit {
  readonly message: string;
  readonly files: readonly string[];
  readonly formerNames?: FormerPaths | undefined;
  readonly author: string;
  readonly at: string;
  readonly parents?: readonly string[];
}

/** Adds a commit, which may move files, to the default branch. Sends no webhook. */
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

/** Formats a `push` webhook. `commits` are the new commits of the default branch, oldest first; at least one. */
function formatPush(addresses: EmulatorUrls, repository: RepositoryState, commits: readonly WorldCommit[]) {
  const web = repositoryWebUrl(addresses, repository);
  const presented = commits.slice(-maxCommits).map((commit) => presentPushed(web, commit));
  const head = commits.at(-1);
  const before = head?.parents[0] ?? '0'.repeat(40);
  const after = head?.sha ?? before;
  return {
    ref: `refs/heads/${repository.defaultBranch}`,
    before,
    after,
    created: false,
    deleted: false,
    forced: false,
    base_ref: null,
    compare: `${web}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits: presented,
    head_commit: presented.at(-1) ?? null,
    pusher: { name: head?.author.login, email: head?.author.email },
  };
}

function presentPushed(web: string, commit: WorldCommit) {
  const person = { name: commit.author.name, email: commit.author.email, username: commit.author.login };
  const moved = commit.formerNames ?? {};
  return {
    id: commit.sha,
    tree_id: createObjectSha('tree', commit.sha),
    distinct: true,
    message: commit.message,
    timestamp: commit.date,
    url: `${web}/commit/${commit.sha}`,
    author: person,
    committer: person,
    added: commit.files.filter((file) => moved[file] !== undefined),
    removed: Object.values(moved),
    modified: commit.files.filter((file) => moved[file] === undefined),
  };
}
