import { DecisionChannel, DecisionsResponse } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import {
  BeganBefore,
  BeganSince,
  createIdParameter,
  ListQuery,
  omitUndefinedFields,
} from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

const DecisionListQuery = ListQuery.extend({
  userId: createIdParameter('the user who decided').optional(),
  via: DecisionChannel.optional().meta({
    description: 'Only decisions that were made in this way; `policy` for decisions that no person made.',
  }),
  operation: z.string().min(1).max(100).optional().meta({ description: 'Only this operation, such as `connect`.' }),
  subject: createIdParameter('any object that the decision concerns').optional(),
  since: BeganSince.meta({ description: 'Only decisions at this time or later.' }).optional(),
  until: BeganBefore.meta({ description: 'Only decisions before this time.' }).optional(),
});

/** Summaries of audited operations that have no route. */
const otherOperations: Readonly<Record<string, string>> = {
  signIn: 'Sign in by a link',
  connectGitHubApp: 'Connect an account through its GitHub App',
  changeQueues: 'Retry or remove jobs on the queue board',
  followUpImprovement: 'Propose a follow-up issue for a fix that did not hold',
};

/** @param routes the routes whose summaries describe the decisions */
export function createAuditRoute({ store }: ApiDeps, routes: readonly Route[]): Route {
  const summaries = new Map(routes.map(({ operationId, summary }) => [operationId, summary]));
  return defineRoute('get', '/v1/audit', {
    operationId: 'listDecisions',
    needs: 'admin',
    tag: 'audit',
    summary: 'List decisions of people, their tokens and the policy, newest first',
    description:
      'Lists one entry for each decision that took effect, with the name of the person at that time, the token, the ids of the target and some previous values. Entries are never changed or deleted.',
    query: DecisionListQuery,
    responses: { 200: DecisionsResponse },
    async handle({ query }) {
      const { items, ...page } = await store.access.listDecisions(omitUndefinedFields(query));
      const what = (operation: string) => summaries.get(operation) ?? otherOperations[operation] ?? operation;
      return { ...page, items: items.map((decision) => ({ ...decision, what: what(decision.operation) })) };
    },
  });
}
