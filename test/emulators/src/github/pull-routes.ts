import { findQueryValue, type Query, type Route } from '../http/reply.ts';
import { type PageableList, reverseList } from '../http/sorted-view.ts';
import type { WorldPull } from '../world.ts';
import { type GitHubContext, replyWithPage, withRepository } from './context.ts';
import { notFound } from './error-reply.ts';
import { formatChangedFile } from './format-commit.ts';
import { formatFullPullRequest, formatPullRequest } from './format-pull-request.ts';
import type { RepositoryState } from './repository-state.ts';

/** Selects pull requests, newest first by default. The default branch is the only base branch. */
function selectPulls(repository: RepositoryState, query: Query): PageableList<WorldPull> {
  const base = findQueryValue(query, 'base');
  if (base !== undefined && base !== repository.defaultBranch) return [];
  const state = findQueryValue(query, 'state') ?? 'open';
  const head = findQueryValue(query, 'head');
  const key = findQueryValue(query, 'sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const { items } = repository.pulls.view(
    JSON.stringify([state, head, key]),
    (pull) => Date.parse(pull[key]),
    (pull) =>
      (state === 'all' || pull.state === state) &&
      (head === undefined || head.toLowerCase() === `${repository.owner}:${pull.headRef}`.toLowerCase()),
  );
  return findQueryValue(query, 'direction') === 'asc' ? items : reverseList(items);
}

export function pullRoutes(context: GitHubContext): Route[] {
  const { addresses } = context;
  return [
    {
      method: 'get',
      path: '/repos/:owner/:repo/pulls',
      handle: withRepository(context, (repository, call) =>
        replyWithPage(call, selectPulls(repository, call.query), (pull) =>
          formatPullRequest(addresses, repository, pull),
        ),
      ),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/pulls/:number',
      handle: withRepository(context, (repository, call) => {
        const pull = repository.pulls.get(Number(call.parameters.number));
        if (pull === undefined) return notFound();
        return {
          status: 200,
          body: formatFullPullRequest(addresses, repository, pull),
        };
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/pulls/:number/files',
      handle: withRepository(context, (repository, call) => {
        const pull = repository.pulls.get(Number(call.parameters.number));
        if (pull === undefined) return notFound();
        return replyWithPage(call, pull.files, (file) =>
          formatChangedFile(addresses, repository, pull.headSha, file, pull.formerNames?.[file]),
        );
      }),
    },
  ];
}
