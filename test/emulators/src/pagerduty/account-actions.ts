import { AppError, dayInMs, Instant, parseInput } from '@refrain/domain';
import { z } from 'zod';
import { createPagerDutyId } from '../http/create-numeric-id.ts';
import { createUniqueName } from '../http/create-unique-name.ts';
import { formatInstant } from '../http/format-instant.ts';
import type { WorldChangeEvent } from '../world.ts';
import { formatCurrentTime, type PagerDutyContext } from './context.ts';
import { createServiceReference } from './create-reference.ts';
import type { Credentials } from './credentials.ts';
import { findService } from './find-service.ts';
import { createWebhookSecret } from './subscription-routes.ts';
import type { PagerDutyWebhooks } from './webhooks.ts';

const ChangeEvent = z.object({
  summary: z.string().min(1).max(1_024),
  services: z.array(z.string()).min(1),
  source: z.string().default('pipeline'),
  links: z.array(z.object({ href: z.string(), text: z.string() })).default([]),
  details: z.record(z.string(), z.unknown()).default({}),
  at: Instant.optional(),
});
const Service = z.object({ service: z.string().min(1) });
const Key = z.object({ key: z.string().min(1) });
const Scopes = z.object({ scopes: z.array(z.string()) });
const Plan = z.object({ refusal: z.union([z.literal(402), z.literal(403), z.literal(404)]).nullable() });
const Subscription = z.object({ id: z.string() });

export interface AccountActions {
  /** Sends a change event as a pipeline does. PagerDuty has no webhook for change events. */
  sendChangeEvent(input: z.input<typeof ChangeEvent>): WorldChangeEvent;
  /** Deletes a service, which then returns 404. Its incidents stay. */
  deleteService(input: z.input<typeof Service>): Promise<void>;
  /** Revokes every credential: all requests fail with 401. */
  revokeCredentials(): void;
  renewKey(input: z.input<typeof Key>): void;
  allowScopes(input: z.input<typeof Scopes>): void;
  /** Sets the response status for features that the account's plan lacks; null if the plan includes all features. */
  setPlan(input: z.input<typeof Plan>): void;
  /** Creates a new secret for a subscription. For a day, deliveries are signed with the old and the new secret. */
  rotateSecret(input: z.input<typeof Subscription>): { secret: string };
}

export function createAccountActions(
  context: PagerDutyContext,
  webhooks: PagerDutyWebhooks,
  credentials: Credentials,
): AccountActions {
  const { state } = context;
  return {
    sendChangeEvent(raw) {
      const { at, services, ...input } = parseInput(ChangeEvent, raw, 'A change event');
      const event: WorldChangeEvent = {
        ...input,
        id: createPagerDutyId('change event', createUniqueName()),
        timestamp: at ?? formatCurrentTime(context),
        serviceIds: services.map((service) => findService(state, service).id),
      };
      state.putChangeEvent(event);
      return event;
    },
    async deleteService(raw) {
      const { id } = findService(state, parseInput(Service, raw, 'A service').service);
      state.deleteService(id);
      const data = { ...createServiceReference(context, id), type: 'service' };
      await webhooks.publish({
        eventType: 'service.deleted',
        resourceType: 'service',
        resourceId: id,
        serviceId: id,
        data,
      });
    },
    revokeCredentials: credentials.revoke,
    renewKey: (raw) => credentials.renewKey(parseInput(Key, raw, 'A key').key),
    allowScopes: (raw) => credentials.allow(parseInput(Scopes, raw, 'Scopes').scopes),
    setPlan(raw) {
      context.plan.refusal = parseInput(Plan, raw, 'A plan').refusal;
    },
    rotateSecret(raw) {
      const { id } = parseInput(Subscription, raw, 'A subscription');
      const subscription = state.subscriptions.get(id);
      if (subscription === undefined) throw new AppError('not_found', `The emulated account has no subscription ${id}`);
      const secret = createWebhookSecret();
      const until = formatInstant(context.clock.now() + dayInMs);
      state.putSubscription({ ...subscription, secret, former: { secret: subscription.secret, until } });
      return { secret };
    },
  };
}
