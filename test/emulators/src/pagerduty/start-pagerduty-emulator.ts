import { controlRoute } from '../http/control-route.ts';
import type { Emulator, EmulatorOptions } from '../http/emulator.ts';
import { createExchangeLog } from '../http/exchange-log.ts';
import { listen } from '../http/listen.ts';
import { createPending } from '../http/pending.ts';
import { serveRoutes } from '../http/serve-routes.ts';
import type { PagerDutyWorld } from '../world.ts';
import { accountRoutes } from './account-routes.ts';
import { createPagerDutyActions, type PagerDutyActions } from './actions.ts';
import type { PagerDutyContext } from './context.ts';
import { incidentRoutes } from './incident-routes.ts';
import { createPagerDutyRules, type PagerDutyLimits } from './pagerduty-rules.ts';
import { createPagerDutyState } from './pagerduty-state.ts';
import { presentNoteData } from './present-event-data.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { createPagerDutyWebhooks, type PagerDutyDelivery } from './webhooks.ts';

export interface PagerDutyEmulatorOptions extends EmulatorOptions {
  readonly world: PagerDutyWorld;
  readonly limits?: PagerDutyLimits;
  /** Waits before each new try of a webhook; PagerDuty goes on for 48 hours. */
  readonly retryDelaysMs?: readonly number[];
}

export interface PagerDutyEmulator extends Emulator, PagerDutyActions {
  /** Every attempt to deliver a webhook, oldest first. */
  deliveries(): readonly PagerDutyDelivery[];
}

const defaultRetryDelaysMs = [1_000, 5_000, 15_000, 60_000, 300_000];

/**
 * Serves the parts of PagerDuty's REST API that Refrain uses, for one account, on the loopback interface.
 * @throws {AppError} `misconfigured` when the port is taken, `invalid_input` when the state file cannot be read
 */
export async function startPagerDutyEmulator(options: PagerDutyEmulatorOptions): Promise<PagerDutyEmulator> {
  const addresses = { api: '', web: '' };
  const context: PagerDutyContext = {
    state: createPagerDutyState(options.world, options.stateFile),
    addresses,
    now: options.now ?? Date.now,
  };
  const pending = createPending();
  const log = createExchangeLog(options.onExchange, options.keptExchanges);
  const rules = createPagerDutyRules(context, options.token, options.limits ?? {});
  const webhooks = createPagerDutyWebhooks(context, pending, options.retryDelaysMs ?? defaultRetryDelaysMs);
  const actions = createPagerDutyActions(context, webhooks);
  const routes = [
    ...accountRoutes(context),
    ...incidentRoutes(context, (incident, note) => {
      void webhooks.publish('incident.annotated', incident.serviceId, presentNoteData(context, incident, note));
    }),
    ...subscriptionRoutes(context, (subscription) => void webhooks.ping(subscription)),
  ];
  const control = [
    controlRoute('post', '/incidents', (body) => actions.openIncident(body as never)),
    controlRoute('post', '/incidents/:id/acknowledge', (body, { id }) =>
      actions.acknowledgeIncident({ ...(body as object), id: id ?? '' }),
    ),
    controlRoute('post', '/incidents/:id/resolve', (body, { id }) =>
      actions.resolveIncident({ ...(body as object), id: id ?? '' }),
    ),
    controlRoute('get', '/deliveries', () => webhooks.list()),
  ];
  const server = await listen(serveRoutes(routes, control, rules, log), options.port ?? 0);
  addresses.api = server.url;
  addresses.web = `${server.url}/web`;
  return {
    ...actions,
    url: server.url,
    requests: log.list,
    settled: pending.settled,
    deliveries: webhooks.list,
    async close() {
      await pending.abort();
      await server.close();
    },
  };
}
