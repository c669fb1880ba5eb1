import { AppError, CorrectionDecision, parseInput } from '@refrain/domain';
import { Router } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';
import { findMissing } from './find-missing.ts';

/** What people decided. Each one binds every later grouping, so that one is made at once. */
export function createCorrectionRoutes(deps: ApiDeps): Router {
  const { store } = deps;
  const enqueueOrLeave = createEnqueueOrLeave(deps);
  const router = Router();

  router.get('/', async (_request, response) => {
    response.json({ items: await store.corrections.list() });
  });

  router.post('/', async (request, response) => {
    const decision = parseInput(CorrectionDecision, request.body, 'the correction');
    const missing = await findMissing(store, decision);
    if (missing !== null) throw new AppError('not_found', `There is no ${missing}: nothing was corrected.`);
    const correction = await store.corrections.add(decision);
    await enqueueOrLeave('recluster', [{}]);
    response.status(201).json(correction);
  });

  router.delete('/:id', async (request, response) => {
    await store.corrections.remove(request.params.id);
    await enqueueOrLeave('recluster', [{}]);
    response.status(204).end();
  });
  return router;
}
