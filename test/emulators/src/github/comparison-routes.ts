import { type Call, queryValue, type Reply, type Route } from '../http/reply.ts';
import { type GitHubContext, parsePositiveInteger, replyWithPage, withRepository } from './context.ts';
import { notFound } from './error-reply.ts';
import { formatCommit } from './format-commit.ts';
import { formatCommitComparison, formatComparedFiles } from './format-commit-comparison.ts';
import type { RepositoryState } from './repository-state.ts';

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
    const [page, perPage] = [queryValue(call.query, 'page'), queryValue(call.query, 'per_page')];
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
