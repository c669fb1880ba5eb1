import { PullCheckState, PullChecksResponse } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { idOf, ListQuery, RepositoryName, withoutUndefined } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

const CheckListQuery = ListQuery.extend({
  state: PullCheckState.optional().meta({ description: 'In this state.' }),
  repository: RepositoryName.optional(),
  patternId: idOf('the pattern that they name').optional(),
});

/** What was said of open pull requests. */
export function createCheckRoutes({ store }: { readonly store: Pick<Store, 'outbox'> }): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/checks',
      operationId: 'listChecks',
      needs: 'viewer',
      tag: 'improvements',
      summary: 'List checks on pull requests',
      description: 'Newest first, one for each pull request that resembled what failed before, with what became of it.',
      query: CheckListQuery,
      responses: { 200: PullChecksResponse },
      handle: ({ query }) => store.outbox.listChecks(withoutUndefined(query)),
    }),
  ];
}
