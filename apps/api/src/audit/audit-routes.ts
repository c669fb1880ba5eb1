import { DeciderVia, DecisionsResponse } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { z } from 'zod';
import { idOf, ListQuery, Since, Until, withoutUndefined } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

const DecisionListQuery = ListQuery.extend({
  userId: idOf('the user who decided').optional(),
  via: DeciderVia.optional().meta({ description: 'Decided in this way; `policy` is what no person decided.' }),
  operation: z.string().min(1).max(100).optional().meta({ description: 'This operation, as `connect`.' }),
  subject: idOf('anything that it names').optional(),
  since: Since.meta({ description: 'Decided then or later.' }).optional(),
  until: Until.meta({ description: 'Decided before.' }).optional(),
});

/** Operations that have no route. */
const otherOperations: Readonly<Record<string, string>> = {
  signIn: 'Sign in by a link',
  connectGitHubApp: 'Connect an account by the GitHub App that was made for it',
  changeQueues: 'Try again or remove jobs on the page of the queues',
  followUpImprovement: 'Have another issue follow one whose fix did not hold',
};

/** @param routes provide the summaries of their operations */
export function createAuditRoute(
  { store }: { readonly store: Pick<Store, 'access'> },
  routes: readonly Route[],
): Route {
  const summaries = new Map(routes.map(({ operationId, summary }) => [operationId, summary]));
  return defineRoute({
    method: 'get',
    path: '/v1/audit',
    operationId: 'listDecisions',
    needs: 'admin',
    tag: 'audit',
    summary: 'List what people, their tokens and the policy decided, newest first',
    description:
      'One line for each write that was carried out: who as they were called then, by which token, on what, and what it was before where that helps. Nothing of it is ever changed or taken away.',
    query: DecisionListQuery,
    responses: { 200: DecisionsResponse },
    async handle({ query }) {
      const { items, ...page } = await store.access.listDecisions(withoutUndefined(query));
      const what = (operation: string) => summaries.get(operation) ?? otherOperations[operation] ?? operation;
      return { ...page, items: items.map((decision) => ({ ...decision, what: what(decision.operation) })) };
    },
  });
}
