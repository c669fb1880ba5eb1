import { createEmulatorCore, serveEmulator } from '../http/core.ts';
import type { Emulator, EmulatorOptions } from '../http/emulator.ts';
import type { PagerDutyWorld, WorldChangeEvent, WorldIncident, WorldService } from '../world.ts';
import { createAccountActions } from './account-actions.ts';
import { accountRoutes } from './account-routes.ts';
import { changeEventRoutes } from './change-event-routes.ts';
import type { PagerDutyContext, PlanRefusalStatus } from './context.ts';
import { createControlRoutes, type PagerDutyEmulatorActions } from './create-control-routes.ts';
import { createCredentials, type PagerDutyApp } from './credentials.ts';
import { isSubscriptionDisabled } from './format-subscription.ts';
import { createIncidentActions } from './incident-actions.ts';
import { incidentRoutes } from './incident-routes.ts';
import { logEntryRoutes } from './log-entry-routes.ts';
import { createPagerDutyRules, type PagerDutyRateLimits } from './pagerduty-rules.ts';
import { createPagerDutyState } from './pagerduty-state.ts';
import { relatedIncidentRoutes } from './related-incident-routes.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { createPagerDutyWebhooks, type PagerDutyDelivery, type WebhookTiming } from './webhooks.ts';

export interface PagerDutyEmulatorOptions extends EmulatorOptions, WebhookTiming {
  readonly world: PagerDutyWorld;
  /** Rate limits; 'off' disables them and their headers. */
  readonly limits?: PagerDutyRateLimits | 'off';
  /** OAuth app that may request tokens at `POST /oauth/token`, on the emulator's own URL. */
  readonly app?: PagerDutyApp;
  /** Region in the names of the app's scopes; `us` by default. */
  readonly region?: 'us' | 'eu';
  /** Response status for past, related and outlier incidents if the account's plan lacks them; by default null: the plan includes them. */
  readonly planRefusal?: PlanRefusalStatus;
}

export interface PagerDutyEmulator extends Emulator, PagerDutyEmulatorActions {
  /** The actions of this emulator. They are also methods of the emulator itself. */
  readonly act: PagerDutyEmulatorActions;
  deliveries(): readonly PagerDutyDelivery[];
  /** Returns the number of events that are neither delivered nor dropped yet. */
  countWaiting(): number;
  /** Returns all incidents, including merged and resolved ones; oldest first. */
  listIncidents(): readonly WorldIncident[];
  /** Counts the webhook subscriptions that are enabled, and those that were disabled after too many refused deliveries. */
  countSubscriptions(): { readonly enabled: number; readonly disabled: number };
  listServices(): readonly WorldService[];
  listChangeEvents(): readonly WorldChangeEvent[];
  countTokens(): number;
}

/**
 * Serves the parts of PagerDuty's REST API that Refrain uses, for one account, on the loopback interface.
 * @throws {AppError} `misconfigured` if the port is in use, `invalid_input` if the state file is invalid
 */
export async function startPagerDutyEmulator(options: PagerDutyEmulatorOptions): Promise<PagerDutyEmulator> {
  const core = createEmulatorCore(options);
  const addresses = { api: '', web: '' };
  const state = createPagerDutyState(options.world, options.stateFile);
  const { clock } = core;
  const context: PagerDutyContext = { state, addresses, clock, plan: { refusal: options.planRefusal ?? null } };
  const account = `${options.region ?? 'us'}.${state.subdomain}`;
  const credentials = createCredentials({ key: options.token, app: options.app ?? null, account }, clock.now);
  const rules = createPagerDutyRules(context, credentials, options.limits ?? {});
  const webhooks = createPagerDutyWebhooks(context, core, options);
  const actions = {
    ...createIncidentActions(context, webhooks),
    ...createAccountActions(context, webhooks, credentials),
  };
  const routes = [
    ...accountRoutes(context),
    ...incidentRoutes(context, actions.addNote),
    ...logEntryRoutes(context),
    ...changeEventRoutes(context),
    ...relatedIncidentRoutes(context),
    ...subscriptionRoutes(context, {
      ping: (subscription) => void webhooks.ping(subscription),
      enabled: ({ id }) => webhooks.resetDrops(id),
    }),
  ];
  const control = [
    ...createControlRoutes(actions, webhooks),
    // PagerDuty serves this route on another host, and its API description does not contain the route.
    {
      method: 'post' as const,
      path: '/oauth/token',
      readsForm: true,
      handle: ({ body }: { readonly body: unknown }) => credentials.grant(body),
    },
  ];
  const emulator = await serveEmulator(core, routes, control, rules, options.port);
  addresses.api = emulator.url;
  addresses.web = `${emulator.url}/web`;
  return {
    ...emulator,
    ...actions,
    act: actions,
    deliveries: webhooks.list,
    countWaiting: webhooks.countWaiting,
    listIncidents: () => state.incidentsBetween(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
    countSubscriptions() {
      const active = [...state.subscriptions.values()].filter((subscription) => subscription.active);
      const disabled = active.filter((subscription) => isSubscriptionDisabled(subscription, clock.now())).length;
      return { enabled: active.length - disabled, disabled };
    },
    listServices: () => [...state.services.values()],
    listChangeEvents: () => state.changesBetween(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
    countTokens: credentials.countGranted,
  };
}
