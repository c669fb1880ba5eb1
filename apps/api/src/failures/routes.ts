import { AppError, FailureKind, parseInput } from '@refrain/domain';
import { Router } from 'express';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { ListQuery, withoutUndefined } from '../list-query.ts';

const FailureListQuery = ListQuery.extend({
  kind: FailureKind.optional(),
  connectionId: z.string().optional(),
  repository: z.string().max(300).optional(),
  patternId: z.string().optional(),
});

export function createFailureRoutes({ store }: ApiDeps): Router {
  const router = Router();

  router.get('/', async (request, response) => {
    const filter = parseInput(FailureListQuery, request.query, 'the query');
    response.json(await store.failures.list(withoutUndefined(filter)));
  });

  router.get('/:id', async (request, response) => {
    const failure = await store.failures.find(request.params.id);
    if (failure === null) throw new AppError('not_found', `There is no failure ${request.params.id}.`);
    response.json({ ...failure, links: await store.links.listFor([failure.id]) });
  });
  return router;
}
