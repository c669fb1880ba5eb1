import { DecisionChannel, DecisionsResponse } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import {
  BeganBefore,
  BeganSince,
  createBooleanParameter,
  createIdParameter,
  ListQuery,
  omitUndefinedFields,
} from '../http/requests/list-query.ts';
import { defineRoute, isDecisionRoute, type Route } from '../http/routing/define-route.ts';
import { createOperationNamer } from './name-operation.ts';

const DecisionListQuery = ListQuery.extend({
  userId: createIdParameter('the user who decided').optional(),
  via: DecisionChannel.optional().meta({
    description: 'Only decisions that were made this way; `policy` for decisions that no person made.',
  }),
  operation: z.string().min(1).max(100).optional().meta({ description: 'Only this operation, such as `connect`.' }),
  topic: z
    .enum(['patterns', 'improvements', 'connections', 'catalogue', 'access', 'sign_ins', 'other'])
    .optional()
    .meta({
      description:
        'Only decisions about these objects. `sign_ins` are sign-ins, sign-outs, and the links that people create to sign in themselves.',
    }),
  signIns: createBooleanParameter('`false` omits the topic `sign_ins`.').optional(),
  subject: createIdParameter('any object that the decision concerns').optional(),
  since: BeganSince.meta({ description: 'Only decisions at this time or later.' }).optional(),
  until: BeganBefore.meta({ description: 'Only decisions before this time.' }).optional(),
});

type Topic = NonNullable<z.infer<typeof DecisionListQuery>['topic']>;

const topicsOfTags: Readonly<Record<string, Topic>> = {
  corrections: 'patterns',
  improvements: 'improvements',
  connections: 'connections',
  catalogue: 'catalogue',
  access: 'access',
};

const signInOperations = ['createSignInLink', 'signIn', 'signOut', 'signOutEverywhere', 'endSession'];

/** Audited operations that have no route of their own, with their topics. */
const topicsOfOthers: Readonly<Record<string, Topic>> = {
  connectGitHubApp: 'connections',
  followUpImprovement: 'improvements',
  changeQueues: 'other',
};

/** @param routes the routes whose summaries describe the decisions */
export function createAuditRoute({ store }: ApiDeps, routes: readonly Route[]): Route {
  const addName = createOperationNamer(routes);
  const topicOf = new Map<string, Topic>([
    ...routes
      .filter(isDecisionRoute)
      .map(({ operationId, tag }) => [operationId, topicsOfTags[tag] ?? 'other'] as const),
    ...Object.entries(topicsOfOthers),
    ...signInOperations.map((operation) => [operation, 'sign_ins'] as const),
  ]);
  const listOperations = (topic: Topic) => [...topicOf].flatMap(([operation, its]) => (its === topic ? operation : []));
  return defineRoute('get', '/v1/audit', {
    operationId: 'listDecisions',
    needs: 'admin',
    tag: 'audit',
    summary: 'List decisions made by people, their tokens and the policy, newest first',
    description:
      'Lists one entry for each decision that took effect, with the name of the person at that time, the token, the ids of the target and some previous values. Entries are never changed or deleted. `undone` says whether a later entry undid the decision.',
    query: DecisionListQuery,
    responses: { 200: DecisionsResponse },
    async handle({ query: { topic, signIns = true, ...query } }) {
      const { items, ...page } = await store.access.listDecisions({
        ...omitUndefinedFields(query),
        ...(topic !== undefined && { operations: listOperations(topic) }),
        ...(!signIns && { exceptOperations: signInOperations }),
      });
      return { ...page, items: items.map(addName) };
    },
  });
}
