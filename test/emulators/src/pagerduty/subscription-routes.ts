import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { findQueryValue, type Reply, type Route } from '../http/reply.ts';
import { type PagerDutyContext, replyWithList } from './context.ts';
import { argumentError, notFound } from './error-reply.ts';
import { isSubscribableEventType } from './event-types.ts';
import { formatSubscription } from './format-subscription.ts';
import type { StoredWebhookSubscription } from './pagerduty-state.ts';

const Events = z
  .array(z.string().refine(isSubscribableEventType, 'is not an event'))
  .min(1)
  .refine((events) => new Set(events).size === events.length, 'events must be unique');
const Filter = z
  .looseObject({
    type: z.enum(['account_reference', 'service_reference', 'team_reference']),
    id: z.string().optional(),
  })
  .refine((filter) => filter.type === 'account_reference' || filter.id !== undefined, 'filter needs an id');
const NewSubscription = z.looseObject({
  webhook_subscription: z.looseObject({
    type: z.literal('webhook_subscription'),
    description: z.string().default(''),
    active: z.boolean().default(true),
    events: Events,
    filter: Filter,
    delivery_method: z.looseObject({
      type: z.literal('http_delivery_method'),
      url: z.url(),
      custom_headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    }),
  }),
});
/** PagerDuty does not permit changing the URL of a subscription. */
const Update = z.looseObject({
  webhook_subscription: z.looseObject({
    description: z.string().optional(),
    events: Events.optional(),
    filter: Filter.optional(),
    active: z.boolean().optional(),
  }),
});

export function createWebhookSecret(): string {
  return randomBytes(32).toString('base64');
}

function storedFilter({ type, id }: z.output<typeof Filter>): StoredWebhookSubscription['filter'] {
  return { type, ...(id === undefined ? {} : { id }) };
}

function problems({ issues }: z.ZodError): string[] {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

export function subscriptionRoutes(
  context: PagerDutyContext,
  publish: {
    ping(subscription: StoredWebhookSubscription): void;
    enabled(subscription: StoredWebhookSubscription): void;
  },
): Route[] {
  const { state } = context;
  const withSubscription = (
    handle: (subscription: StoredWebhookSubscription, body: unknown) => Reply,
  ): Pick<Route, 'handle'> => ({
    handle(call) {
      const subscription = state.subscriptions.get(call.parameters.id ?? '');
      return subscription === undefined ? notFound() : handle(subscription, call.body);
    },
  });
  const present = (subscription: StoredWebhookSubscription) =>
    formatSubscription(subscription, false, context.clock.now());
  const reply = (subscription: StoredWebhookSubscription): Reply => ({
    status: 200,
    body: { webhook_subscription: present(subscription) },
  });
  const [path, one] = ['/webhook_subscriptions', '/webhook_subscriptions/:id'];
  const [read, write] = ['webhook_subscriptions.read', 'webhook_subscriptions.write'];

  return [
    {
      method: 'get',
      path,
      scope: read,
      handle: (call) => {
        const type = findQueryValue(call.query, 'filter_type');
        const id = findQueryValue(call.query, 'filter_id');
        const wanted = [...state.subscriptions.values()].filter(
          ({ filter }) =>
            (type === undefined || `${type}_reference` === filter.type) && (id === undefined || filter.id === id),
        );
        return replyWithList(call, 'webhook_subscriptions', wanted, present);
      },
    },
    {
      method: 'post',
      path,
      scope: write,
      handle: (call) => {
        const wanted = NewSubscription.safeParse(call.body);
        if (!wanted.success) return argumentError(problems(wanted.error));
        const { description, active, events, filter, delivery_method: method } = wanted.data.webhook_subscription;
        const subscription: StoredWebhookSubscription = {
          id: state.nextSubscriptionId(),
          url: method.url,
          secret: createWebhookSecret(),
          description,
          events,
          filter: storedFilter(filter),
          customHeaders: method.custom_headers,
          active,
          disabledUntil: null,
        };
        state.putSubscription(subscription);
        return {
          status: 200,
          body: { webhook_subscription: formatSubscription(subscription, true, context.clock.now()) },
        };
      },
    },
    { method: 'get', path: one, scope: read, ...withSubscription(reply) },
    {
      method: 'put',
      path: one,
      scope: write,
      ...withSubscription((subscription, body) => {
        const wanted = Update.safeParse(body);
        if (!wanted.success) return argumentError(problems(wanted.error));
        const { description, events, filter, active } = wanted.data.webhook_subscription;
        const changed: StoredWebhookSubscription = {
          ...subscription,
          description: description ?? subscription.description,
          events: events ?? subscription.events,
          filter: filter === undefined ? subscription.filter : storedFilter(filter),
          active: active ?? subscription.active,
        };
        state.putSubscription(changed);
        return reply(changed);
      }),
    },
    {
      method: 'delete',
      path: one,
      scope: write,
      ...withSubscription(({ id }) => {
        state.removeSubscription(id);
        return { status: 204 };
      }),
    },
    {
      method: 'post',
      path: `${one}/enable`,
      scope: write,
      ...withSubscription((subscription) => {
        const enabled = { ...subscription, active: true, disabledUntil: null };
        state.putSubscription(enabled);
        publish.enabled(enabled);
        return reply(enabled);
      }),
    },
    {
      method: 'post',
      path: `${one}/ping`,
      scope: write,
      ...withSubscription((subscription) => {
        publish.ping(subscription);
        return { status: 202 };
      }),
    },
  ];
}
