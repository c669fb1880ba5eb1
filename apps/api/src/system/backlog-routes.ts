import { BacklogAnswer } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { readQueues, readStored } from './read-backlog.ts';

export function createBacklogRoutes(deps: Pick<ApiDeps, 'store' | 'producer'>): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/backlog',
      operationId: 'findBacklog',
      needs: 'viewer',
      tag: 'system',
      summary: 'What waits, for how long, and how the connections stand',
      description: 'In figures alone; who runs the installation has the same in Prometheus.',
      answers: { 200: BacklogAnswer },
      async handle() {
        const [queues, stored] = await Promise.all([readQueues(deps), readStored(deps)]);
        return { queues, ...stored };
      },
    }),
  ];
}
