import type { components } from '@octokit/openapi-types';
import type { WorldCommit } from '../world.ts';
import type { BranchComparison } from './branch.ts';
import { type EmulatorUrls, repositoryApiUrl, repositoryWebUrl } from './emulator-urls.ts';
import { formatChangedFile, formatCommit } from './format-commit.ts';
import type { RepositoryState } from './repository-state.ts';

type CommitComparison = components['schemas']['commit-comparison'];

export interface ComparedCommits extends BranchComparison {
  readonly base: WorldCommit;
  readonly head: WorldCommit;
  readonly mergeBase: WorldCommit;
}

const maxFiles = 300;

/** Formats the fields of a comparison that are on every page: all except commits and files. */
export function formatCommitComparison(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  { base, head, mergeBase, ahead, behind }: ComparedCommits,
): Omit<CommitComparison, 'commits'> {
  const web = `${repositoryWebUrl(addresses, repository)}/compare`;
  const both = `${base.sha}...${head.sha}`;
  const owner = repository.owner;
  return {
    url: `${repositoryApiUrl(addresses, repository)}/compare/${both}`,
    html_url: `${web}/${both}`,
    permalink_url: `${web}/${owner}:${base.sha.slice(0, 7)}...${owner}:${head.sha.slice(0, 7)}`,
    diff_url: `${web}/${both}.diff`,
    patch_url: `${web}/${both}.patch`,
    base_commit: formatCommit(addresses, repository, base),
    merge_base_commit: formatCommit(addresses, repository, mergeBase),
    status: statusOf(ahead.length, behind),
    ahead_by: ahead.length,
    behind_by: behind,
    total_commits: ahead.length,
  };
}

function statusOf(ahead: number, behind: number): CommitComparison['status'] {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead === 0 && behind === 0) return 'identical';
  return ahead > 0 ? 'ahead' : 'behind';
}

/** Formats the files of a comparison. GitHub returns at most 300. */
export function formatComparedFiles(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  { head, ahead }: ComparedCommits,
): NonNullable<CommitComparison['files']> {
  const formerNames = Object.assign({}, ...ahead.map((commit) => commit.formerNames)) as Record<string, string>;
  const files = [...new Set(ahead.flatMap((commit) => commit.files))].sort();
  return files
    .slice(0, maxFiles)
    .map((file) => formatChangedFile(addresses, repository, head.sha, file, formerNames[file]));
}
