import type { RateLimitUsage } from '../http/rate-limit-window.ts';
import { type Call, findQueryValue, type Route } from '../http/reply.ts';
import { type GitHubContext, replyWithPage, withRepository } from './context.ts';
import { notFound, rateLimitingDisabledReply } from './error-reply.ts';
import { formatFullRepository, formatRepository } from './format-repository.ts';
import type { GitHubRules } from './github-rules.ts';
import type { RepositoryState } from './repository-state.ts';

function presentLimit(reading: RateLimitUsage) {
  const { limit, used, remaining, resetsAt } = reading;
  return { limit, used, remaining, reset: Math.ceil(resetsAt / 1000) };
}

function sortRepositories(repositories: readonly RepositoryState[], sort: string, direction: string | undefined) {
  const key = (repository: RepositoryState): string =>
    sort === 'created'
      ? repository.createdAt
      : sort === 'full_name'
        ? repository.name
        : (repository.branch.commits.at(-1)?.date ?? repository.createdAt);
  const sign = (direction ?? (sort === 'full_name' ? 'asc' : 'desc')) === 'asc' ? 1 : -1;
  return [...repositories].sort((a, b) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0));
}

export function listVisibleRepositories({ state, credentials }: GitHubContext, call: Call): readonly RepositoryState[] {
  const identity = credentials.identify(call);
  const granted = 'repositories' in identity ? identity.repositories : null;
  const all = state.listRepositories();
  return granted === null ? all : all.filter(({ key }) => granted.includes(key));
}

export function accountRoutes(context: GitHubContext, readBudgets: GitHubRules['readBudgets']): Route[] {
  const { state, addresses } = context;
  return [
    {
      method: 'get',
      path: '/rate_limit',
      handle: (call) => {
        const budgets = readBudgets(call);
        if (budgets === null) return rateLimitingDisabledReply();
        const core = presentLimit(budgets.core);
        const search = presentLimit(budgets.search);
        const graphql = presentLimit(budgets.graphql);
        return { status: 200, body: { resources: { core, search, graphql }, rate: core } };
      },
    },
    {
      method: 'get',
      path: '/meta',
      isPublic: true,
      handle: () => ({ status: 200, body: { verifiable_password_authentication: false } }),
    },
    {
      method: 'get',
      path: '/orgs/:org/repos',
      handle: (call) => {
        if (call.parameters.org?.toLowerCase() !== state.organisation.toLowerCase()) return notFound();
        const sorted = sortRepositories(
          listVisibleRepositories(context, call),
          findQueryValue(call.query, 'sort') ?? 'created',
          findQueryValue(call.query, 'direction'),
        );
        return replyWithPage(call, sorted, (repository) => formatRepository(addresses, repository));
      },
    },
    {
      method: 'get',
      path: '/user/repos',
      handle: (call) => {
        const sorted = sortRepositories(
          state.listRepositories(),
          findQueryValue(call.query, 'sort') ?? 'full_name',
          findQueryValue(call.query, 'direction'),
        );
        return replyWithPage(call, sorted, (repository) => formatRepository(addresses, repository));
      },
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo',
      handle: withRepository(context, (repository) => ({
        status: 200,
        body: formatFullRepository(addresses, repository),
      })),
    },
  ];
}
