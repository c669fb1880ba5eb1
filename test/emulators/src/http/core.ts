import { type BackgroundWork, createBackgroundWork } from './background-work.ts';
import { type Clock, systemClock } from './clock.ts';
import { createControlRoute } from './create-control-route.ts';
import type { Emulator, EmulatorOptions } from './emulator.ts';
import { createExchangeLog, type ExchangeLog } from './exchange-log.ts';
import { createFaultInjector, type FaultInjector } from './fault-injector.ts';
import type { FaultPlan } from './fault-plan.ts';
import { listenOnLoopback } from './listen-on-loopback.ts';
import type { Route } from './reply.ts';
import { serveRoutes, type VendorRules } from './serve-routes.ts';
import { createWebhookNetwork, type PostWebhook } from './webhook-network.ts';

export interface EmulatorCore {
  readonly clock: Clock;
  readonly faults: FaultInjector;
  readonly log: ExchangeLog;
  readonly pending: BackgroundWork;
  readonly post: PostWebhook;
}

export function createEmulatorCore({ clock, now, onExchange, keptExchanges }: EmulatorOptions): EmulatorCore {
  const time = clock ?? (now === undefined ? systemClock : { ...systemClock, now });
  const faults = createFaultInjector();
  const pending = createBackgroundWork();
  return {
    clock: time,
    faults,
    pending,
    log: createExchangeLog(onExchange, time.now, keptExchanges),
    post: createWebhookNetwork(faults, time, pending),
  };
}

/** Starts the server, with additional routes for injecting faults. @throws {AppError} `misconfigured` if the port is in use */
export async function serveEmulator(
  core: EmulatorCore,
  routes: readonly Route[],
  control: readonly Route[],
  rules: VendorRules,
  port = 0,
): Promise<Emulator> {
  const { faults, log, pending } = core;
  const ofFaults = [
    createControlRoute('post', '/faults', (body) => {
      faults.set((body ?? null) as FaultPlan | null);
      return faults.report();
    }),
    createControlRoute('get', '/faults', faults.report),
  ];
  const server = await listenOnLoopback(serveRoutes(routes, [...control, ...ofFaults], rules, log, faults), port);
  return {
    url: server.url,
    requests: log.list,
    settled: pending.settled,
    setFaults: faults.set,
    faultReport: faults.report,
    async close() {
      await pending.abort();
      await server.close();
    },
  };
}
