import { createObjectSha } from '../http/create-numeric-id.ts';
import type { WorldCommit } from '../world.ts';
import { type EmulatorUrls, repositoryWebUrl } from './emulator-urls.ts';
import type { RepositoryState } from './repository-state.ts';

/**
 * Maximum number of commits in a push event. GitHub omits the oldest ones:
 * https://docs.github.com/webhooks/webhook-events-and-payloads#push.
 */
const maxCommits = 2_048;

/** Formats a `push` webhook. `commits` are the new commits of the default branch, oldest first; at least one. */
export function formatPush(addresses: EmulatorUrls, repository: RepositoryState, commits: readonly WorldCommit[]) {
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
