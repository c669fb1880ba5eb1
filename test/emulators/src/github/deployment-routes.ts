import { findQueryValue, type Route } from '../http/reply.ts';
import { reverseList } from '../http/sorted-view.ts';
import { type GitHubContext, replyWithPage, withRepository } from './context.ts';
import { notFound } from './error-reply.ts';
import { formatDeployment, formatDeploymentStatus, formatEnvironments } from './format-deployment.ts';

export function deploymentRoutes(context: GitHubContext): Route[] {
  const { addresses } = context;
  return [
    {
      method: 'get',
      path: '/repos/:owner/:repo/deployments',
      handle: withRepository(context, (repository, call) => {
        const filters = (['sha', 'ref', 'environment'] as const).flatMap((key) => {
          const value = findQueryValue(call.query, key);
          return value === undefined || value === 'none' ? [] : [{ key, value }];
        });
        const { items } = repository.deployments.view(
          JSON.stringify(filters),
          (deployment) => Date.parse(deployment.createdAt),
          (deployment) => filters.every(({ key, value }) => deployment[key] === value),
        );
        return replyWithPage(call, reverseList(items), (deployment) =>
          formatDeployment(addresses, repository, deployment),
        );
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/deployments/:id',
      handle: withRepository(context, (repository, call) => {
        const deployment = repository.deployments.get(Number(call.parameters.id));
        return deployment === undefined
          ? notFound()
          : { status: 200, body: formatDeployment(addresses, repository, deployment) };
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/deployments/:id/statuses',
      handle: withRepository(context, (repository, call) => {
        const deployment = repository.deployments.get(Number(call.parameters.id));
        if (deployment === undefined) return notFound();
        return replyWithPage(call, reverseList(deployment.statuses), (status) =>
          formatDeploymentStatus(addresses, repository, deployment, status),
        );
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/environments',
      handle: withRepository(context, (repository, call) => {
        const all = formatEnvironments(addresses, repository);
        return replyWithPage(call, all, (environment) => environment, {
          wrap: (environments) => ({ total_count: all.length, environments }),
        });
      }),
    },
  ];
}
