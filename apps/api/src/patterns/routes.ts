import { AppError, Cause, FailureKind, type Pattern, PatternAnswer, PatternsAnswer } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { ListQuery, Words, withoutUndefined } from '../list-query.ts';
import { defineRoute, type Route } from '../route/define-route.ts';

const PatternListQuery = ListQuery.extend({
  query: Words.optional(),
  kind: FailureKind.optional(),
  cause: Cause.optional(),
  service: z.string().max(200).optional(),
  sort: z.enum(['episodes', 'lastAt']).default('episodes'),
});

export function createPatternRoutes({ store }: ApiDeps): Route[] {
  async function findPattern(id: string): Promise<Pattern> {
    const pattern = await store.patterns.find(id);
    if (pattern === null) throw new AppError('not_found', `There is no pattern ${id} now.`);
    return pattern;
  }

  return [
    defineRoute({
      method: 'get',
      path: '/v1/patterns',
      operationId: 'listPatterns',
      tag: 'patterns',
      summary: 'List patterns',
      query: PatternListQuery,
      answers: { 200: PatternsAnswer },
      handle: ({ query }) => store.patterns.list(withoutUndefined(query)),
    }),
    defineRoute({
      method: 'get',
      path: '/v1/patterns/{id}',
      operationId: 'findPattern',
      tag: 'patterns',
      summary: 'One pattern, and what it came from',
      answers: { 200: PatternAnswer },
      errors: ['not_found'],
      async handle({ params }) {
        const pattern = await findPattern(params.id);
        return { ...pattern, lineage: await store.patterns.lineage(pattern.id) };
      },
    }),
  ];
}
