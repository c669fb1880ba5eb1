import { Router } from 'express';
import type { ApiDeps } from '../api-deps.ts';

/** `GET /v1/status`: how much is known, and whether anything is still on its way to the patterns. */
export function createStatusRoutes({ store, producer }: ApiDeps): Router {
  return Router().get('/status', async (_request, response) => {
    const [failures, changes, patterns, unassigned, pending, queues, grouped, wanted, connections] = await Promise.all([
      store.failures.count(),
      store.changes.count(),
      store.patterns.list({ limit: 1 }),
      store.failures.countUnassigned(),
      store.inbox.countUnprocessed(),
      producer.counts(),
      store.patterns.inputVersion(),
      store.patterns.currentInputVersion(),
      store.connections.list(),
    ]);
    const progress = await Promise.all(connections.map(({ id }) => store.connections.progress(id)));
    const queued = Object.values(queues).some(({ waiting, active, delayed }) => waiting + active + delayed > 0);
    const pulling = progress.some(({ state }) => state === 'running');
    const groupingOwed = grouped !== wanted && failures > 0;
    const busy = pending > 0 || queued || pulling || groupingOwed;
    response.json({ failures, changes, patterns: patterns.total, unassigned, pending, queues, busy });
  });
}

/** `/healthz`: the process answers. `/readyz`: PostgreSQL and Redis answer too. No sign-in: they tell nothing else. */
export function createHealthRoutes({ store, producer }: ApiDeps): Router {
  return Router()
    .get('/healthz', (_request, response) => {
      response.json({ ok: true });
    })
    .get('/readyz', async (_request, response) => {
      await Promise.all([store.ping(), producer.ping()]);
      response.json({ ok: true });
    });
}
