import { PullCheckState, PullChecksResponse } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { createIdParameter, ListQuery, omitUndefinedFields, RepositoryName } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

const CheckListQuery = ListQuery.extend({
  state: PullCheckState.optional().meta({ description: 'Only checks in this state.' }),
  repository: RepositoryName.optional(),
  patternId: createIdParameter('the pattern that the checks name').optional(),
});

export function createPullRequestCheckRoutes({ store }: ApiDeps): Route[] {
  return [
    defineRoute('get', '/v1/checks', {
      operationId: 'listChecks',
      needs: 'viewer',
      tag: 'improvements',
      summary: 'List checks on pull requests',
      description:
        'Newest first. Each pull request that resembles changes that failed has one check, which is listed with the outcome of the pull request.',
      query: CheckListQuery,
      responses: { 200: PullChecksResponse },
      handle: ({ query }) => store.outbox.listChecks(omitUndefinedFields(query)),
    }),
  ];
}
