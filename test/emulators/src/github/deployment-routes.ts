import { queryValue, type Route } from '../http/reply.ts';
import { type GitHubContext, replyPage, withRepository } from './context.ts';
import { notFound } from './error-reply.ts';
import { presentDeployment, presentDeploymentStatus, presentEnvironments } from './present-deployment.ts';

/** Deployments with their statuses, newest first as GitHub lists both; workflow runs, of which the world has none. */
export function deploymentRoutes(context: GitHubContext): Route[] {
  const { addresses } = context;
  return [
    {
      method: 'get',
      path: '/repos/:owner/:repo/deployments',
      handle: withRepository(context, (repository, call) => {
        const filters = (['sha', 'ref', 'environment'] as const).flatMap((key) => {
          const value = queryValue(call.query, key);
          return value === undefined || value === 'none' ? [] : [{ key, value }];
        });
        const wanted = [...repository.deployments.values()]
          .filter((deployment) => filters.every(({ key, value }) => deployment[key] === value))
          .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || b.id - a.id);
        return replyPage(call, wanted, (deployment) => presentDeployment(addresses, repository, deployment));
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/deployments/:id',
      handle: withRepository(context, (repository, call) => {
        const deployment = repository.deployments.get(Number(call.parameters.id));
        return deployment === undefined
          ? notFound()
          : { status: 200, body: presentDeployment(addresses, repository, deployment) };
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/deployments/:id/statuses',
      handle: withRepository(context, (repository, call) => {
        const deployment = repository.deployments.get(Number(call.parameters.id));
        if (deployment === undefined) return notFound();
        const newestFirst = [...deployment.statuses].reverse();
        return replyPage(call, newestFirst, (status) =>
          presentDeploymentStatus(addresses, repository, deployment, status),
        );
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/environments',
      handle: withRepository(context, (repository, call) => {
        const all = presentEnvironments(addresses, repository);
        return replyPage(
          call,
          all,
          (environment) => environment,
          (environments) => ({ total_count: all.length, environments }),
        );
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/actions/runs',
      handle: withRepository(context, (_repository, call) =>
        replyPage(
          call,
          [],
          (run) => run,
          (workflow_runs) => ({ total_count: 0, workflow_runs }),
        ),
      ),
    },
  ];
}
