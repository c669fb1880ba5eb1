import { randomBytes, randomUUID } from 'node:crypto';
import { renderSlackTest } from '@refrain/analysis';
import {
  AppError,
  NewSubscription,
  SubscribedAnswer,
  SubscriptionsAnswer,
  SubscriptionTestAnswer,
} from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { readScope } from '../catalogue/read-scope.ts';
import { ListQuery, pageOfAll } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { readAddress } from './read-address.ts';

/** Who is told of events: webhooks, and channels of Slack. */
export function createSubscriptionRoutes({ store, outbound, sendMessage }: ApiDeps): Route[] {
  const { subscriptions } = store;
  return [
    defineRoute({
      method: 'get',
      path: '/v1/subscriptions',
      operationId: 'listSubscriptions',
      needs: 'admin',
      tag: 'events',
      summary: 'List who is told of events, oldest first, and how that goes',
      query: ListQuery,
      answers: { 200: SubscriptionsAnswer },
      handle: async ({ query }) => pageOfAll(await subscriptions.list(), query),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/subscriptions',
      operationId: 'subscribe',
      needs: 'admin',
      tag: 'events',
      summary: 'Have a webhook or a channel of Slack told of what happens from now on',
      description:
        'A webhook is signed as Standard Webhooks has it, by the `secret` that is shown this once. Each event comes at least once, always with the same `webhook-id`, and is tried for about a day. A service or a team is named in any case of letters; one that is not known is refused.',
      body: NewSubscription,
      tellsSecret: true,
      answers: { 201: SubscribedAnswer },
      async handle({ body: { kind, address, ...wanted }, decided }) {
        const read = readAddress(address, outbound);
        const secret = kind === 'webhook' ? `whsec_${randomBytes(32).toString('base64')}` : null;
        const events = [...new Set(wanted.events)];
        const scope = await readScope(store, wanted.scope);
        decided({ kind, address: read.shown, events });
        return { subscription: await subscriptions.add({ ...wanted, ...read, kind, scope, events, secret }), secret };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/subscriptions/{id}/test',
      operationId: 'testSubscription',
      isCostly: true,
      needs: 'admin',
      tag: 'events',
      summary: 'Send a test message now',
      description: 'To a webhook it is of the type `test`. One that is taken switches on again what was off.',
      isHarmless: true,
      answers: { 200: SubscriptionTestAnswer },
      errors: ['not_found'],
      async handle({ params: { id }, signal, decided }) {
        const recipient = await subscriptions.readRecipient(id);
        const hook = { type: 'test', timestamp: new Date().toISOString(), data: {} };
        const body = recipient.kind === 'slack' ? renderSlackTest() : hook;
        const problem = await sendMessage(recipient, { id: `test_${randomUUID()}`, body }, signal()).then(
          () => null,
          readProblem,
        );
        const subscription = await subscriptions.recordTest(id, problem);
        decided({ address: subscription.address, delivered: problem === null });
        return { delivered: problem === null, problem, subscription };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/subscriptions/{id}',
      operationId: 'unsubscribe',
      needs: 'admin',
      tag: 'events',
      summary: 'Tell it nothing more',
      answers: { 204: null },
      errors: ['not_found'],
      async handle({ params: { id }, decided }) {
        const found = await subscriptions.find(id);
        if (found !== null) decided({ kind: found.kind, address: found.address });
        await subscriptions.remove(id);
      },
    }),
  ];
}

/** What the receiver is to blame for, as text; what we are is thrown on. */
function readProblem(thrown: unknown): string {
  if (thrown instanceof AppError && thrown.code !== 'unavailable') return thrown.message;
  throw thrown;
}
