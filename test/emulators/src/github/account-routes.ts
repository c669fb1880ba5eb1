import type { BudgetReading } from '../http/budget.ts';
import { queryValue, type Route } from '../http/reply.ts';
import { type GitHubContext, replyPage, withRepository } from './context.ts';
import { notFound } from './error-reply.ts';
import { presentFullRepository, presentRepository } from './present-repository.ts';
import { presentViewer } from './present-user.ts';
import type { RepositoryState } from './repository-state.ts';

function presentLimit(reading: BudgetReading) {
  const { limit, used, remaining, resetsAt } = reading;
  return { limit, used, remaining, reset: Math.ceil(resetsAt / 1000) };
}

function sortRepositories(repositories: readonly RepositoryState[], sort: string, direction: string | undefined) {
  const key = (repository: RepositoryState): string =>
    sort === 'created'
      ? repository.createdAt
      : sort === 'full_name'
        ? repository.name
        : (repository.commits.at(-1)?.date ?? repository.createdAt);
  const sign = (direction ?? (sort === 'full_name' ? 'asc' : 'desc')) === 'asc' ? 1 : -1;
  return [...repositories].sort((a, b) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0));
}

/** The token's user, its budget, and the repositories it sees. */
export function accountRoutes(context: GitHubContext, readBudget: () => BudgetReading): Route[] {
  const { state, addresses } = context;
  const oldest = [...state.repositories].map((repository) => repository.createdAt).sort()[0] ?? '2020-01-01T00:00:00Z';
  return [
    {
      method: 'get',
      path: '/user',
      handle: () => ({ status: 200, body: presentViewer(addresses, state.viewer, oldest) }),
    },
    {
      method: 'get',
      path: '/rate_limit',
      handle: () => {
        const core = presentLimit(readBudget());
        const search = { limit: 30, used: 0, remaining: 30, reset: core.reset };
        return { status: 200, body: { resources: { core, search }, rate: core } };
      },
    },
    {
      method: 'get',
      path: '/meta',
      handle: () => ({ status: 200, body: { verifiable_password_authentication: false } }),
    },
    {
      method: 'get',
      path: '/orgs/:org/repos',
      handle: (call) => {
        if (call.parameters.org?.toLowerCase() !== state.organisation.toLowerCase()) return notFound();
        const sorted = sortRepositories(
          state.repositories,
          queryValue(call.query, 'sort') ?? 'created',
          queryValue(call.query, 'direction'),
        );
        return replyPage(call, sorted, (repository) => presentRepository(addresses, repository));
      },
    },
    {
      method: 'get',
      path: '/user/repos',
      handle: (call) => {
        const sorted = sortRepositories(
          state.repositories,
          queryValue(call.query, 'sort') ?? 'full_name',
          queryValue(call.query, 'direction'),
        );
        return replyPage(call, sorted, (repository) => presentRepository(addresses, repository));
      },
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo',
      handle: withRepository(context, (repository) => ({
        status: 200,
        body: presentFullRepository(addresses, repository),
      })),
    },
  ];
}
