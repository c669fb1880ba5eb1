import { BacklogResponse } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { readDatabaseBacklog, readQueueBacklog } from './read-backlog.ts';

export function createBacklogRoutes({ store, producer }: ApiDeps): Route[] {
  return [
    defineRoute('get', '/v1/backlog', {
      operationId: 'findBacklog',
      needs: 'viewer',
      tag: 'system',
      summary: 'Get the backlog of each queue with its age, and the state of connections',
      description: 'The same figures are available as Prometheus metrics.',
      responses: { 200: BacklogResponse },
      async handle() {
        const [queues, stored] = await Promise.all([readQueueBacklog(producer), readDatabaseBacklog(store)]);
        return { queues, ...stored };
      },
    }),
  ];
}
