import type { components } from '@octokit/openapi-types';
import { type Call, findQueryValue, type Reply, type Route } from '../http/reply.ts';
import type { WorldCommit } from '../world.ts';
import type { BranchComparison } from './branch.ts';
import { type GitHubContext, parsePositiveInteger, replyWithPage, withRepository } from './context.ts';
import { type EmulatorUrls, repositoryApiUrl, repositoryWebUrl } from './emulator-urls.ts';
import { notFound } from './error-reply.ts';
import { formatChangedFile, formatCommit } from './format-commit.ts';
import type { RepositoryState } from './repository-state.ts';

type CommitComparison = components['schemas']['commit-comparison'];

interface ComparedCommits extends BranchComparison {
  readonly base: WorldCommit;
  readonly head: WorldCommit;
  readonly mergeBase: WorldCommit;
}

const maxFiles = 300;

/** Maximum number of commits in a response without pagination: https://docs.github.com/rest/commits/commits#compare-two-commits. */
const maxUnpaged = 250;

/** Routes for comparing two commits or branches of one repository, `BASE...HEAD`. */
export function comparisonRoutes(context: GitHubContext): Route[] {
  const { addresses } = context;

  function compare(repository: RepositoryState, call: Call): Reply {
    const [base, head] = (call.parameters.basehead ?? '')
      .split('...')
      .map((ref) => repository.branch.find(ref.replace(/^[^:]*:/u, '')));
    if (!base || !head) return notFound();
    const { mergeBase, ...comparison } = repository.branch.compare(base, head);
    if (mergeBase === null) return notFound();
    const compared = { ...comparison, base, head, mergeBase };
    const presented = formatCommitComparison(addresses, repository, compared);
    const present = (commit: (typeof compared.ahead)[number]) => formatCommit(addresses, repository, commit);
    const [page, perPage] = [findQueryValue(call.query, 'page'), findQueryValue(call.query, 'per_page')];
    const files =
      parsePositiveInteger(page, 1) === 1 ? { files: formatComparedFiles(addresses, repository, compared) } : {};
    if (page === undefined && perPage === undefined) {
      return { status: 200, body: { ...presented, commits: compared.ahead.slice(-maxUnpaged).map(present), ...files } };
    }
    const wrap = (commits: unknown[]) => ({ ...presented, commits, ...files });
    return replyWithPage(call, [...compared.ahead], present, { wrap });
  }
  return [{ method: 'get', path: '/repos/:owner/:repo/compare/*basehead', handle: withRepository(context, compare) }];
}

/** Formats the fields of a comparison that are on every page: all except commits and files. */
function formatCommitComparison(
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
function formatComparedFiles(
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
