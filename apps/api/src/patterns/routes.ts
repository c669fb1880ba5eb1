import { renderReportMarkdown } from '@refrain/analysis';
import { AppError, Cause, FailureKind, type Pattern, parseInput } from '@refrain/domain';
import { Router } from 'express';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { ListQuery, withoutUndefined } from '../list-query.ts';

const PatternListQuery = ListQuery.extend({
  kind: FailureKind.optional(),
  cause: Cause.optional(),
  service: z.string().max(200).optional(),
  sort: z.enum(['episodes', 'lastAt']).default('episodes'),
});

export function createPatternRoutes({ store }: ApiDeps): Router {
  const router = Router();

  router.get('/', async (request, response) => {
    const filter = parseInput(PatternListQuery, request.query, 'the query');
    response.json(await store.patterns.list(withoutUndefined(filter)));
  });

  async function findPattern(id: string): Promise<Pattern> {
    const pattern = await store.patterns.find(id);
    if (pattern === null) throw new AppError('not_found', `There is no pattern ${id} now.`);
    return pattern;
  }

  router.get('/:id', async (request, response) => {
    const pattern = await findPattern(request.params.id);
    response.json({ ...pattern, lineage: await store.patterns.lineage(pattern.id) });
  });

  router.get('/:id/report', async (request, response) => {
    const stored = await store.reports.findLatest(request.params.id);
    if (stored === null) {
      const { id } = await findPattern(request.params.id);
      throw new AppError('not_found', `There is no report of a pattern ${id} yet.`);
    }
    if (request.accepts(['application/json', 'text/markdown']) === 'text/markdown') {
      response.type('text/markdown; charset=utf-8').send(renderReportMarkdown(stored.report));
    } else {
      response.json(stored);
    }
  });
  return router;
}
