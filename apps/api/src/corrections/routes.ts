import { CorrectionDecision, parseInput } from '@refrain/domain';
import { Router } from 'express';
import type { ApiDeps } from '../api-deps.ts';

/** What people decided. Each one binds every later grouping, so that one is made at once. */
export function createCorrectionRoutes({ store, producer }: ApiDeps): Router {
  const router = Router();

  router.get('/', async (_request, response) => {
    response.json({ items: await store.corrections.list() });
  });

  router.post('/', async (request, response) => {
    const decision = parseInput(CorrectionDecision, request.body, 'the correction');
    const correction = await store.corrections.add(decision);
    await producer.enqueue('recluster', {});
    response.status(201).json(correction);
  });

  router.delete('/:id', async (request, response) => {
    await store.corrections.remove(request.params.id);
    await producer.enqueue('recluster', {});
    response.status(204).end();
  });
  return router;
}
