import { randomBytes, randomUUID } from 'node:crypto';
import { renderSlackTestMessage } from '@refrain/analysis';
import {
  AppError,
  NewSubscription,
  NewSubscriptionResponse,
  SubscriptionsResponse,
  SubscriptionTestResponse,
} from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { findKnownScope } from '../catalogue/find-known-scope.ts';
import { ListQuery, paginateInMemory } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { parseReceiverUrl } from './receiver-url.ts';

export function createSubscriptionRoutes({ store, outbound, sendMessage }: ApiDeps): Route[] {
  const { events: subscriptions } = store;
  return [
    defineRoute('get', '/v1/subscriptions', {
      operationId: 'listSubscriptions',
      needs: 'admin',
      tag: 'events',
      summary: 'List subscriptions with the state of their deliveries, oldest first',
      query: ListQuery,
      responses: { 200: SubscriptionsResponse },
      handle: async ({ query }) => paginateInMemory(await subscriptions.listSubscriptions(), query),
    }),
    defineRoute('post', '/v1/subscriptions', {
      operationId: 'subscribe',
      needs: 'admin',
      tag: 'events',
      summary: 'Subscribe a webhook or a Slack channel to new events',
      description:
        'Webhooks are signed according to Standard Webhooks with the `secret`, which is shown only in this response. Each event is delivered at least once, always with the same `webhook-id`, and failed deliveries are retried for about a day. Service and team names are not case-sensitive; unknown names are rejected.',
      body: NewSubscription,
      returnsSecret: true,
      responses: { 201: NewSubscriptionResponse },
      async handle({ body: { kind, address, ...wanted }, audit }) {
        const read = parseReceiverUrl(address, outbound);
        const secret = kind === 'webhook' ? `whsec_${randomBytes(32).toString('base64')}` : null;
        const events = [...new Set(wanted.events)];
        const scope = await findKnownScope(store, wanted.scope);
        audit({ kind, address: read.shown, events });
        return {
          subscription: await subscriptions.addSubscription({ ...wanted, ...read, kind, scope, events, secret }),
          secret,
        };
      },
    }),
    defineRoute('post', '/v1/subscriptions/{id}/test', {
      operationId: 'testSubscription',
      isCostly: true,
      needs: 'admin',
      tag: 'events',
      summary: 'Send a test message now',
      description:
        'A webhook receives a message of the type `test`. If the receiver accepts the message, a subscription that was off is switched on again.',
      isIdempotent: true,
      responses: { 200: SubscriptionTestResponse },
      errors: ['not_found'],
      async handle({ params: { id }, signal, audit }) {
        const recipient = await subscriptions.readRecipient(id);
        const hook = { type: 'test', timestamp: new Date().toISOString(), data: {} };
        const body = recipient.kind === 'slack' ? renderSlackTestMessage() : hook;
        const problem = await sendMessage(recipient, { id: `test_${randomUUID()}`, body }, signal()).then(
          () => null,
          readProblem,
        );
        const subscription = await subscriptions.recordTest(id, problem);
        audit({ address: subscription.address, delivered: problem === null });
        return { delivered: problem === null, problem, subscription };
      },
    }),
    defineRoute('delete', '/v1/subscriptions/{id}', {
      operationId: 'unsubscribe',
      needs: 'admin',
      tag: 'events',
      summary: 'Remove a subscription',
      responses: { 204: null },
      errors: ['not_found'],
      async handle({ params: { id }, audit }) {
        const found = await subscriptions.findSubscription(id);
        if (found !== null) audit({ kind: found.kind, address: found.address });
        await subscriptions.removeSubscription(id);
      },
    }),
  ];
}

/** Returns the message of an error that the receiver caused, and rethrows all other errors. */
function readProblem(thrown: unknown): string {
  if (thrown instanceof AppError && thrown.code !== 'unavailable') return thrown.message;
  throw thrown;
}
