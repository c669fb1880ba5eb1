import { type Query, queryValue, type Route } from '../http/reply.ts';
import type { WorldPull } from '../world.ts';
import { type GitHubContext, replyPage, withRepository } from './context.ts';
import { notFound } from './error-reply.ts';
import { presentFile } from './present-commit.ts';
import { presentFullPull, presentPull } from './present-pull.ts';

/** Newest first by creation unless asked otherwise. */
function selectPulls(pulls: Iterable<WorldPull>, query: Query): WorldPull[] {
  const state = queryValue(query, 'state') ?? 'open';
  const key = queryValue(query, 'sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const sign = queryValue(query, 'direction') === 'asc' ? 1 : -1;
  return [...pulls]
    .filter((pull) => state === 'all' || pull.state === state)
    .sort((a, b) => sign * (Date.parse(a[key]) - Date.parse(b[key]) || a.number - b.number));
}

export function pullRoutes(context: GitHubContext): Route[] {
  const { addresses, state } = context;
  return [
    {
      method: 'get',
      path: '/repos/:owner/:repo/pulls',
      handle: withRepository(context, (repository, call) => {
        const base = queryValue(call.query, 'base');
        const pulls = base === undefined || base === repository.defaultBranch ? repository.pulls.values() : [];
        return replyPage(call, selectPulls(pulls, call.query), (pull) => presentPull(addresses, repository, pull));
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/pulls/:number',
      handle: withRepository(context, (repository, call) => {
        const pull = repository.pulls.get(Number(call.parameters.number));
        if (pull === undefined) return notFound();
        return {
          status: 200,
          body: presentFullPull(addresses, repository, pull, state.countComments(repository, pull.number)),
        };
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/pulls/:number/files',
      handle: withRepository(context, (repository, call) => {
        const pull = repository.pulls.get(Number(call.parameters.number));
        if (pull === undefined) return notFound();
        return replyPage(call, pull.files, (file) => presentFile(addresses, repository, pull.headSha, file));
      }),
    },
  ];
}
