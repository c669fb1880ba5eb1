import { createProviderAccess } from '@refrain/connectors';
import { type Connection, defaultScope, hourInMs, minuteInMs, secondInMs } from '@refrain/domain';
import {
  type GitHubEmulator,
  type GitHubLimits,
  type PagerDutyEmulator,
  type PagerDutyLimits,
  startGitHubEmulator,
  startPagerDutyEmulator,
  type World,
} from '@refrain/emulators';
import { createHandlers, jobsAtATime } from '@refrain/ingest-worker/handlers';
import { createStore, type Store } from '@refrain/store';
import { encryptionKey } from '../start-process.ts';
import { createRequestCounter, type RequestCounter } from './count-requests.ts';
import { receiveWebhooks } from './receive-webhooks.ts';
import { createSimulatedLimits } from './simulated-limits.ts';
import { createSimulatedQueue } from './simulated-queue.ts';
import { createSimulatedTime, type SimulatedTime } from './simulated-time.ts';

export interface SimulationOptions {
  readonly databaseUrl: string;
  readonly world: World;
  /** When it begins, in milliseconds since 1970. */
  readonly startMs: number;
  readonly limits: { readonly github: GitHubLimits; readonly pagerduty: PagerDutyLimits | 'off' };
  /** Whether the providers can reach Refrain. */
  readonly webhooks: boolean;
}

export interface Simulation {
  readonly time: SimulatedTime;
  readonly store: Store;
  readonly github: GitHubEmulator;
  readonly pagerduty: PagerDutyEmulator;
  readonly requests: RequestCounter;
  /** Starts both backfills. */
  backfill(): Promise<void>;
  /** Lets time go by until nothing is left to do, or the time is over. @returns how long it took, in milliseconds */
  settle(withinMs: number): Promise<number>;
  /** Lets the clock ask for what it asks for: syncs, watches, audits, the reconciler. */
  startSchedules(): void;
  /** Only the looking for news, without the care for connections and their books. */
  startPolling(): void;
  deliveries(): number;
  failures(): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

const token = 'bench-token';
const syncEveryMs = 5 * minuteInMs;

/** An organisation's accounts and the ingest worker's handlers in one process, all of them in simulated time. */
export async function simulateOrganisation(options: SimulationOptions): Promise<Simulation> {
  const { world, databaseUrl } = options;
  const time = createSimulatedTime(options.startMs);
  const { clock } = time;
  const requests = createRequestCounter(clock.now);
  const shared = { token, clock, keptExchanges: 0, onExchange: requests.onExchange };
  const github = await startGitHubEmulator({ ...shared, world: world.github, limits: options.limits.github });
  const pagerduty = await startPagerDutyEmulator({
    ...shared,
    world: world.pagerduty,
    limits: options.limits.pagerduty,
  });
  const store = createStore({ databaseUrl, encryptionKey });
  await store.migrate();
  const queue = createSimulatedQueue(time, jobsAtATime);
  const { producer } = queue;
  const receipt = await receiveWebhooks(store, producer, time);
  const access = createProviderAccess({ limits: createSimulatedLimits(time), now: clock.now, wait: time.wait });
  const deps = { store, producer, openSource: access.createSource, now: clock.now };
  const publicUrl = options.webhooks ? receipt.url : null;
  queue.start(createHandlers(deps, { publicUrl, payloadDays: 90, syncEveryMs, fullSyncEveryMs: 6 * hourInMs }));

  async function connect(provider: 'github' | 'pagerduty', baseUrl: string): Promise<Connection> {
    return store.connections.ensure({
      provider,
      account: 'acme',
      baseUrl,
      scope: defaultScope,
      credential: token,
      webhookSecret: 'bench webhook secret',
    });
  }
  const connections = [await connect('github', github.url), await connect('pagerduty', pagerduty.url)];

  return {
    time,
    store,
    github,
    pagerduty,
    requests,
    backfill: () =>
      time.work(async () => {
        for (const connection of connections) {
          const source = access.createSource(connection, token);
          const streams = await source.listStreams(connection.scope, new AbortController().signal);
          await store.connections.startBackfill(connection.id, streams, null);
          await producer.enqueueMany(
            'pull-stream',
            streams.map((stream) => ({ connectionId: connection.id, stream })),
          );
        }
      }),
    async settle(withinMs) {
      const startedAt = clock.now();
      while (clock.now() - startedAt < withinMs) {
        await clock.advance(secondInMs);
        if (queue.isIdle()) break;
      }
      return clock.now() - startedAt;
    },
    startPolling() {
      void producer.schedule('sync-connections', syncEveryMs);
    },
    startSchedules() {
      void producer.schedule('reconcile', 15 * secondInMs);
      void producer.schedule('sync-connections', syncEveryMs);
      void producer.schedule('watch-connections', 10 * minuteInMs);
      void producer.schedule('expire-payloads', hourInMs);
    },
    deliveries: receipt.count,
    failures: queue.failures,
    async close() {
      await queue.stop();
      await Promise.all([github.close(), pagerduty.close(), receipt.close()]);
      await store.close();
    },
  };
}
