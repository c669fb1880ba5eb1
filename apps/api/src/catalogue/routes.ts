import { AppError, CatalogueEntry, CataloguePair, parseInput } from '@refrain/domain';
import { Router } from 'express';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';
import { ListQuery, withoutUndefined } from '../list-query.ts';
import { importCatalogueFile } from './import-file.ts';

const CatalogueListQuery = ListQuery.omit({ query: true }).extend({
  status: CatalogueEntry.shape.status.optional(),
  service: z.string().max(300).optional(),
  repository: z.string().max(300).optional(),
});

const CatalogueUpload = z.strictObject({
  /** Where the file lies in its repository, or its name. */
  path: z.string().min(1).max(1_000),
  text: z.string(),
  repository: CataloguePair.shape.repository.nullable().default(null),
  /** Whether what a catalog-info.yaml says of a known service is confirmed at once. */
  confirm: z.boolean().default(false),
});

/** Which services run from which repositories. A decision of a person binds every later grouping, so that one is made at once. */
export function createCatalogueRoutes(deps: ApiDeps): Router {
  const { store, producer } = deps;
  const enqueueOrLeave = createEnqueueOrLeave(deps);
  const router = Router();

  router.get('/', async (request, response) => {
    const filter = parseInput(CatalogueListQuery, request.query, 'the query');
    response.json(await store.catalogue.list(withoutUndefined(filter)));
  });

  router.post('/', async (request, response) => {
    const entry = await store.catalogue.add(parseInput(CataloguePair, request.body, 'the catalogue entry'));
    await enqueueOrLeave('recluster', [{}]);
    response.status(201).json(entry);
  });

  router.post('/suggest', async (_request, response) => {
    await producer.enqueue('suggest-catalogue', {});
    response.status(202).json({ asked: true });
  });

  router.post('/import', async (request, response) => {
    const upload = parseInput(CatalogueUpload, request.body, 'the catalogue file');
    const imported = await importCatalogueFile(deps, upload);
    if (imported.items.some(({ status }) => status === 'confirmed')) await enqueueOrLeave('recluster', [{}]);
    response.json(imported);
  });

  for (const [verb, status] of [
    ['confirm', 'confirmed'],
    ['reject', 'rejected'],
  ] as const) {
    router.post(`/:id/${verb}`, async (request, response) => {
      const entry = await store.catalogue.decide(request.params.id, status);
      await enqueueOrLeave('recluster', [{}]);
      response.json(entry);
    });
  }

  router.get('/:id', async (request, response) => {
    const entry = await store.catalogue.find(request.params.id);
    if (entry === null) throw new AppError('not_found', `There is no catalogue entry ${request.params.id}.`);
    response.json(entry);
  });

  router.delete('/:id', async (request, response) => {
    await store.catalogue.remove(request.params.id);
    await enqueueOrLeave('recluster', [{}]);
    response.status(204).end();
  });
  return router;
}
