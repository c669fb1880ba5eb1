import { AppError, type FailureAnswer, FailureKind, type Link, parseInput } from '@refrain/domain';
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
    const answer: FailureAnswer = { ...failure, links: await withOthers(store, failure.id) };
    response.json(answer);
  });
  return router;
}

/** The links of a failure, each with what stands at its far end: of a `same_episode` link either end may be the failure. */
async function withOthers(store: ApiDeps['store'], failureId: string): Promise<FailureAnswer['links']> {
  const links = await store.links.listFor([failureId]);
  const otherOf = (link: Link): string => (link.targetId === failureId ? link.failureId : link.targetId);
  const ids = links.map(otherOf);
  const [failures, changes] = await Promise.all([store.failures.findMany(ids), store.changes.findMany(ids)]);
  const known = new Map([...failures, ...changes].map(({ id, title, url }) => [id, { id, title, url }]));
  return links.map((link) => {
    const id = otherOf(link);
    return { ...link, other: known.get(id) ?? { id, title: null, url: null } };
  });
}
