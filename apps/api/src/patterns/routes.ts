import {
  AppError,
  Cause,
  FailureKind,
  Instant,
  type Pattern,
  PatternAnswer,
  PatternsAnswer,
  Trigger,
} from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { Direction, ListQuery, RepositoryName, ServiceName, Words, withoutUndefined } from '../list-query.ts';
import { defineRoute, type Route } from '../route/define-route.ts';

const PatternListQuery = ListQuery.extend({
  query: Words.optional(),
  kind: FailureKind.optional().meta({ description: 'With a failure of this kind.' }),
  cause: Cause.optional().meta({ description: 'Of this cause.' }),
  trigger: Trigger.optional().meta({ description: 'Of this trigger.' }),
  service: ServiceName.optional(),
  repository: RepositoryName.optional(),
  minEpisodes: z.coerce.number().int().min(1).optional().meta({ description: 'With so many episodes or more.' }),
  since: Instant.optional().meta({ description: 'Whose last episode began then or later.' }),
  sort: z
    .enum(['episodes', 'lastAt', 'firstAt', 'name'])
    .default('episodes')
    .meta({ description: 'What orders them.' }),
  order: Direction.optional().meta({ description: '`asc` for a sort by name, else `desc`, unless given.' }),
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
      description: 'Most episodes first, unless `sort` and `order` say otherwise.',
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
