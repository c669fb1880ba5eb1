import { BacklogResponse } from '@refrain/domain';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { readQueueBacklog, readStoredBacklog } from './read-backlog.ts';

export interface BacklogRouteDeps {
  readonly store: Parameters<typeof readStoredBacklog>[0];
  readonly producer: Parameters<typeof readQueueBacklog>[0];
}

export function createBacklogRoutes({ store, producer }: BacklogRouteDeps): Route[] {
  return [
    defineRoute('get', '/v1/backlog', {
      operationId: 'findBacklog',
      needs: 'viewer',
      tag: 'system',
      summary: 'Get the backlog of each queue with its age, and the state of connections',
      description: 'The same figures are available as Prometheus metrics.',
      responses: { 200: BacklogResponse },
      async handle() {
        const [queues, stored] = await Promise.all([readQueueBacklog(producer), readStoredBacklog(store)]);
        return { queues, ...stored };
      },
    }),
  ];
}
