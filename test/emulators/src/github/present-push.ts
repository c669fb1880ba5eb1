import { objectSha } from '../http/numeric-id.ts';
import type { WorldCommit } from '../world.ts';
import { type Addresses, repositoryWeb } from './addresses.ts';
import type { RepositoryState } from './repository-state.ts';

/** What a `push` webhook says of one commit on the default branch. */
export function presentPush(addresses: Addresses, repository: RepositoryState, commit: WorldCommit) {
  const web = repositoryWeb(addresses, repository);
  const before = commit.parents[0] ?? '0'.repeat(40);
  const person = { name: commit.author.name, email: commit.author.email, username: commit.author.login };
  const presented = {
    id: commit.sha,
    tree_id: objectSha('tree', commit.sha),
    distinct: true,
    message: commit.message,
    timestamp: commit.date,
    url: `${web}/commit/${commit.sha}`,
    author: person,
    committer: person,
    added: [],
    removed: [],
    modified: commit.files,
  };
  return {
    ref: `refs/heads/${repository.defaultBranch}`,
    before,
    after: commit.sha,
    created: false,
    deleted: false,
    forced: false,
    base_ref: null,
    compare: `${web}/compare/${before.slice(0, 12)}...${commit.sha.slice(0, 12)}`,
    commits: [presented],
    head_commit: presented,
    pusher: { name: commit.author.login, email: commit.author.email },
  };
}
