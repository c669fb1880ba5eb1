import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { queryValue, type Reply, type Route } from '../http/reply.ts';
import { type PagerDutyContext, replyList } from './context.ts';
import { argumentError, notFound } from './error-reply.ts';
import type { StoredSubscription } from './pagerduty-state.ts';
import { presentSubscription } from './present-subscription.ts';

const NewSubscription = z.looseObject({
  webhook_subscription: z.looseObject({
    type: z.literal('webhook_subscription'),
    description: z.string().default(''),
    events: z.array(z.string().min(1)).min(1),
    filter: z
      .looseObject({
        type: z.enum(['account_reference', 'service_reference', 'team_reference']),
        id: z.string().optional(),
      })
      .refine((filter) => filter.type === 'account_reference' || filter.id !== undefined, 'filter needs an id'),
    delivery_method: z.looseObject({
      type: z.literal('http_delivery_method'),
      url: z.url(),
      custom_headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    }),
  }),
});

export function subscriptionRoutes(
  context: PagerDutyContext,
  ping: (subscription: StoredSubscription) => void,
): Route[] {
  const { state } = context;
  const withSubscription = (handle: (subscription: StoredSubscription) => Reply): Route['handle'] => {
    return (call) => {
      const subscription = state.subscriptions.get(call.parameters.id ?? '');
      return subscription === undefined ? notFound() : handle(subscription);
    };
  };
  const reply = (subscription: StoredSubscription, withSecret = false): Reply => ({
    status: 200,
    body: { webhook_subscription: presentSubscription(subscription, withSecret) },
  });

  return [
    {
      method: 'get',
      path: '/webhook_subscriptions',
      handle: (call) => {
        const type = queryValue(call.query, 'filter_type');
        const id = queryValue(call.query, 'filter_id');
        const wanted = [...state.subscriptions.values()].filter(
          ({ filter }) =>
            (type === undefined || `${type}_reference` === filter.type) && (id === undefined || filter.id === id),
        );
        return replyList(call, 'webhook_subscriptions', wanted, (subscription) =>
          presentSubscription(subscription, false),
        );
      },
    },
    {
      method: 'post',
      path: '/webhook_subscriptions',
      handle: (call) => {
        const wanted = NewSubscription.safeParse(call.body);
        if (!wanted.success)
          return argumentError(wanted.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
        const { description, events, filter, delivery_method: method } = wanted.data.webhook_subscription;
        const subscription: StoredSubscription = {
          id: state.nextSubscriptionId(),
          url: method.url,
          secret: randomBytes(32).toString('base64'),
          description,
          events,
          filter: { type: filter.type, ...(filter.id === undefined ? {} : { id: filter.id }) },
          customHeaders: method.custom_headers,
          active: true,
          temporarilyDisabled: false,
        };
        state.putSubscription(subscription);
        return reply(subscription, true);
      },
    },
    {
      method: 'get',
      path: '/webhook_subscriptions/:id',
      handle: withSubscription((subscription) => reply(subscription)),
    },
    {
      method: 'post',
      path: '/webhook_subscriptions/:id/enable',
      handle: withSubscription((subscription) => {
        const enabled = { ...subscription, active: true, temporarilyDisabled: false };
        state.putSubscription(enabled);
        return reply(enabled);
      }),
    },
    {
      method: 'post',
      path: '/webhook_subscriptions/:id/ping',
      handle: withSubscription((subscription) => {
        ping(subscription);
        return { status: 202 };
      }),
    },
  ];
}
