import { AppError, ImprovementState, parseInput } from '@refrain/domain';
import { Router } from 'express';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';
import { ListQuery, withoutUndefined } from '../list-query.ts';

const ImprovementListQuery = ListQuery.omit({ query: true }).extend({
  state: ImprovementState.optional(),
  /** At most one improvement: a pattern has no more. */
  patternId: z.string().max(200).optional(),
});

const Approval = z
  .object({
    repository: z
      .string()
      .regex(/^[\w.-]+\/[\w.-]+$/u, 'has to be owner/name')
      .optional(),
    title: z.string().trim().min(1).max(250).optional(),
  })
  .strict();

export function createImprovementRoutes(deps: ApiDeps): Router {
  const { store } = deps;
  const enqueueOrLeave = createEnqueueOrLeave(deps);
  const router = Router();

  router.get('/', async (request, response) => {
    const { patternId, ...filter } = parseInput(ImprovementListQuery, request.query, 'the query');
    if (patternId === undefined) {
      response.json(await store.improvements.list(withoutUndefined(filter)));
      return;
    }
    const found = await store.improvements.findByPattern(patternId);
    const items = found !== null && (filter.state ?? found.state) === found.state ? [found] : [];
    response.json({ items, next: null, total: items.length });
  });

  async function get(id: string) {
    const improvement = await store.improvements.find(id);
    if (improvement === null) throw new AppError('not_found', `There is no improvement ${id}.`);
    return improvement;
  }

  router.get('/:id', async (request, response) => {
    response.json(await get(request.params.id));
  });

  router.post('/:id/approve', async (request, response) => {
    const edit = parseInput(Approval, request.body ?? {}, 'the approval');
    const proposed = await get(request.params.id);
    if ((edit.repository ?? proposed.repository) === null) {
      throw new AppError('invalid_input', 'Nobody knows where this issue belongs: give a `repository` as owner/name.');
    }
    const improvement = await store.improvements.approve(proposed.id, withoutUndefined(edit));
    await enqueueOrLeave('ensure-issue', [{ improvementId: improvement.id }]);
    response.json(improvement);
  });
  return router;
}
