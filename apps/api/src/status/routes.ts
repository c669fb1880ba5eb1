import { ReadyAnswer, StatusAnswer } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../route/define-route.ts';

export function createStatusRoutes({ store, producer }: ApiDeps): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/status',
      operationId: 'findStatus',
      tag: 'system',
      summary: 'How much is known, and whether anything is still on its way to the patterns',
      answers: { 200: StatusAnswer },
      async handle() {
        // One after another: at once they would take every processor from those who ask for something else.
        const failures = await store.failures.count();
        const changes = await store.changes.count();
        const unassigned = await store.failures.countUnassigned();
        const wanted = await store.patterns.currentInputVersion();
        const [patterns, pending, queues, grouped, connections] = await Promise.all([
          store.patterns.count(),
          store.inbox.countUnprocessed(),
          producer.counts(),
          store.patterns.inputVersion(),
          store.connections.list(),
        ]);
        const progress = await Promise.all(connections.map(({ id }) => store.connections.progress(id)));
        const queued = Object.values(queues).some(({ waiting, active, delayed }) => waiting + active + delayed > 0);
        const pulling = progress.some(({ state }) => state === 'running');
        const groupingOwed = grouped !== wanted && failures > 0;
        const busy = pending > 0 || queued || pulling || groupingOwed;
        return { failures, changes, patterns, unassigned, pending, queues, busy };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/healthz',
      operationId: 'findLiveness',
      tag: 'system',
      summary: 'Whether the process answers',
      isOpen: true,
      answers: { 200: ReadyAnswer },
      handle: () => ({ ok: true as const }),
    }),
    defineRoute({
      method: 'get',
      path: '/readyz',
      operationId: 'findReadiness',
      tag: 'system',
      summary: 'Whether PostgreSQL and Redis answer too',
      isOpen: true,
      answers: { 200: ReadyAnswer },
      async handle() {
        await Promise.all([store.ping(), producer.ping()]);
        return { ok: true as const };
      },
    }),
  ];
}
