import { findQueryValue, type Route } from '../http/reply.ts';
import { type GitHubContext, replyWithPage, withRepository } from './context.ts';
import { emptyRepositoryReply, noCommitFound, notFound } from './error-reply.ts';
import { formatCommit, formatCommitWithFiles } from './format-commit.ts';
import { formatPullRequest } from './format-pull-request.ts';

export function commitRoutes(context: GitHubContext): Route[] {
  const { addresses } = context;
  return [
    {
      method: 'get',
      path: '/repos/:owner/:repo/commits',
      handle: withRepository(context, (repository, call) => {
        const from = repository.branch.find(findQueryValue(call.query, 'sha') ?? repository.defaultBranch);
        if (from === null) return repository.branch.commits.length === 0 ? emptyRepositoryReply() : notFound();
        const wanted = repository.branch.list(from, {
          since: Date.parse(findQueryValue(call.query, 'since') ?? '') || undefined,
          until: Date.parse(findQueryValue(call.query, 'until') ?? '') || undefined,
          path: findQueryValue(call.query, 'path'),
        });
        return replyWithPage(call, wanted, (commit) => formatCommit(addresses, repository, commit));
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/commits/:sha/pulls',
      handle: withRepository(context, (repository, call) => {
        const sha = call.parameters.sha ?? '';
        const commit = repository.branch.find(sha);
        const pulls = repository.listPullsOf(commit?.sha ?? sha);
        if (commit === null && pulls.length === 0) return noCommitFound(sha);
        return replyWithPage(call, pulls, (pull) => formatPullRequest(addresses, repository, pull));
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/commits/*ref',
      handle: withRepository(context, (repository, call) => {
        const ref = call.parameters.ref ?? '';
        const commit = repository.branch.find(ref);
        return commit === null
          ? noCommitFound(ref)
          : { status: 200, body: formatCommitWithFiles(addresses, repository, commit) };
      }),
    },
  ];
}
