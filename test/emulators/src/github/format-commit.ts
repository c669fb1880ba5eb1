import type { components } from '@octokit/openapi-types';
import { createNodeId, createObjectSha } from '../http/create-numeric-id.ts';
import type { WorldCommit } from '../world.ts';
import { type EmulatorUrls, repositoryApiUrl, repositoryWebUrl } from './emulator-urls.ts';
import { formatUser } from './format-user.ts';
import type { RepositoryState } from './repository-state.ts';

type Commit = components['schemas']['commit'];
type DiffEntry = components['schemas']['diff-entry'];

/**
 * Formats a changed file. The emulated history contains only file names, so the diff shows one removed and one added line, unless the file
 * was moved.
 */
export function formatChangedFile(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  sha: string,
  filename: string,
  formerName?: string,
): DiffEntry {
  const path = encodeURI(filename);
  const isMoved = formerName !== undefined;
  const lines = isMoved ? 0 : 1;
  return {
    sha: createObjectSha(sha, filename),
    filename,
    status: isMoved ? 'renamed' : 'modified',
    ...(isMoved && { previous_filename: formerName }),
    additions: lines,
    deletions: lines,
    changes: 2 * lines,
    blob_url: `${repositoryWebUrl(addresses, repository)}/blob/${sha}/${path}`,
    raw_url: `${repositoryWebUrl(addresses, repository)}/raw/${sha}/${path}`,
    contents_url: `${repositoryApiUrl(addresses, repository)}/contents/${path}?ref=${sha}`,
  };
}

export function formatCommit(addresses: EmulatorUrls, repository: RepositoryState, commit: WorldCommit): Commit {
  const api = repositoryApiUrl(addresses, repository);
  const web = repositoryWebUrl(addresses, repository);
  const person = { name: commit.author.name, email: commit.author.email, date: commit.date };
  const tree = createObjectSha('tree', commit.sha);
  return {
    sha: commit.sha,
    node_id: createNodeId('C', commit.sha),
    url: `${api}/commits/${commit.sha}`,
    html_url: `${web}/commit/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    commit: {
      url: `${api}/git/commits/${commit.sha}`,
      author: person,
      committer: person,
      message: commit.message,
      comment_count: 0,
      tree: { sha: tree, url: `${api}/git/trees/${tree}` },
      verification: { verified: false, reason: 'unsigned', payload: null, signature: null, verified_at: null },
    },
    author: formatUser(addresses, commit.author.login),
    committer: formatUser(addresses, commit.author.login),
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}`, html_url: `${web}/commit/${sha}` })),
  };
}

/** Formats the response to `GET /repos/{owner}/{repo}/commits/{ref}`. */
export function formatCommitWithFiles(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  commit: WorldCommit,
): Commit {
  const files = commit.files.map((file) =>
    formatChangedFile(addresses, repository, commit.sha, file, commit.formerNames?.[file]),
  );
  const lines = files.reduce((sum, { additions }) => sum + additions, 0);
  return {
    ...formatCommit(addresses, repository, commit),
    stats: { additions: lines, deletions: lines, total: 2 * lines },
    files,
  };
}
