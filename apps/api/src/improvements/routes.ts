import { AppError, Improvement, ImprovementState, ImprovementsAnswer } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';
import { Direction, idOf, ListQuery, RepositoryName, withoutUndefined } from '../list-query.ts';
import { defineRoute, type Route } from '../route/define-route.ts';

const ImprovementListQuery = ListQuery.extend({
  state: ImprovementState.optional().meta({ description: 'In this state.' }),
  patternId: idOf('a pattern, which has one at most').optional(),
  repository: RepositoryName.optional(),
  order: Direction.default('desc').meta({ description: 'By the instant at which they were proposed.' }),
});

const Approval = z
  .strictObject({
    repository: z
      .string()
      .regex(/^[\w.-]+\/[\w.-]+$/u, 'has to be owner/name')
      .optional(),
    title: z.string().trim().min(1).max(250).optional(),
  })
  .default({});

export function createImprovementRoutes(deps: ApiDeps): Route[] {
  const { store } = deps;
  const enqueueOrLeave = createEnqueueOrLeave(deps);

  async function get(id: string): Promise<Improvement> {
    const improvement = await store.improvements.find(id);
    if (improvement === null) throw new AppError('not_found', `There is no improvement ${id}.`);
    return improvement;
  }

  return [
    defineRoute({
      method: 'get',
      path: '/v1/improvements',
      operationId: 'listImprovements',
      tag: 'improvements',
      summary: 'List improvements',
      description: 'Newest first, unless `order` says otherwise.',
      query: ImprovementListQuery,
      answers: { 200: ImprovementsAnswer },
      handle: ({ query }) => store.improvements.list(withoutUndefined(query)),
    }),
    defineRoute({
      method: 'get',
      path: '/v1/improvements/{id}',
      operationId: 'findImprovement',
      tag: 'improvements',
      summary: 'One improvement',
      answers: { 200: Improvement },
      errors: ['not_found'],
      handle: ({ params }) => get(params.id),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/improvements/{id}/approve',
      operationId: 'approveImprovement',
      takesIfMatch: true,
      tag: 'improvements',
      summary: 'Have the issue of an improvement opened',
      description:
        'Only a person’s approval opens an issue. What is given of `repository` and `title` is used instead.',
      body: Approval,
      answers: { 200: Improvement },
      errors: ['not_found', 'conflict'],
      async handle({ params, body: edit, ifMatch }) {
        const proposed = await get(params.id);
        if ((edit.repository ?? proposed.repository) === null) {
          throw new AppError(
            'invalid_input',
            'Nobody knows where this issue belongs: give a `repository` as owner/name.',
          );
        }
        const improvement = await store.improvements.approve(proposed.id, withoutUndefined(edit), ifMatch);
        await enqueueOrLeave('ensure-issue', [{ improvementId: improvement.id }]);
        return improvement;
      },
    }),
  ];
}
