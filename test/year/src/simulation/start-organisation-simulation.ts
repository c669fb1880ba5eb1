import { matchCatalogueFile, runPipeline } from '@refrain/analysis';
import {
  maxConcurrentJobs as analysesAtATime,
  createHandlers as createAnalysis,
} from '@refrain/analysis-worker/handlers';
import { createProviderAccess, openOutboundConnections, readCatalogueFile } from '@refrain/connectors';
import { type Connection, dayInMs, defaultConnectionScope, hourInMs, minuteInMs, secondInMs } from '@refrain/domain';
import {
  type GitHubEmulator,
  type GitHubRateLimits,
  type PagerDutyEmulator,
  type PagerDutyRateLimits,
  startGitHubEmulator,
  startPagerDutyEmulator,
  type World,
} from '@refrain/emulators';
import { createHandlers as createImprovement } from '@refrain/improvement-worker/handlers';
import {
  createHandlers as createIngest,
  type IngestHandlersDeps,
  maxConcurrentJobs as ingestsAtATime,
} from '@refrain/ingest-worker/handlers';
import type { Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { createRequestCounter, type RequestCounter } from './count-requests.ts';
import { openDatabaseClock } from './database-clock.ts';
import { openSimulatedStore } from './open-simulated-store.ts';
import { createSimulatedLimits } from './simulated-limits.ts';
import { createSimulatedQueues } from './simulated-queues.ts';
import { createSimulatedTime, type SimulatedTime } from './simulated-time.ts';
import { startWebhookServer } from './start-webhook-server.ts';

export interface SimulationOptions {
  readonly databaseUrl: string;
  readonly world: World;
  /** Time at which the simulation starts, in milliseconds since 1970. */
  readonly startMs: number;
  readonly limits: { readonly github: GitHubRateLimits | 'off'; readonly pagerduty: PagerDutyRateLimits | 'off' };
  /** Ports of the emulated providers; by default any free ports. The providers' ids depend on their URLs. */
  readonly ports?: { readonly github: number; readonly pagerduty: number };
  /** Whether the providers can deliver webhooks. */
  readonly webhooks: boolean;
  /** Whether the analysis runs too: patterns, reports and issues. Clustering runs only on schedule. */
  readonly loop?: {
    readonly publicUrl: string;
  };
}

export interface OrganisationSimulation {
  readonly time: SimulatedTime;
  readonly store: Store;
  readonly producer: Producer;
  readonly github: GitHubEmulator;
  readonly pagerduty: PagerDutyEmulator;
  readonly requests: RequestCounter;
  backfill(): Promise<void>;
  /** Lets time pass until all queues are idle, but at most `withinMs` milliseconds. Returns the milliseconds that have passed. */
  waitUntilIdle(withinMs: number): Promise<number>;
  /** Starts all periodic jobs: syncs, connection checks, completeness checks, the reconciler. */
  startSchedules(): void;
  /** Starts only the syncs, without connection checks and completeness checks. */
  startPolling(): void;
  deliveries(): number;
  failures(): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

const token = 'simulation-token';
const syncEveryMs = 5 * minuteInMs;
const connectionCheckEveryMs = 10 * minuteInMs;
const improvementsAtATime = 4;

/** Runs an organisation's accounts and the workers' handlers in one process. Everything runs in simulated time, including the database. */
export async function startOrganisationSimulation(options: SimulationOptions): Promise<OrganisationSimulation> {
  const { world, databaseUrl, startMs, loop } = options;
  const databaseClock = await openDatabaseClock(databaseUrl, startMs);
  const time = createSimulatedTime(startMs, databaseClock.set);
  const { clock } = time;
  const requests = createRequestCounter(clock.now);
  const shared = { token, clock, keptExchanges: 0, onExchange: requests.onExchange };
  const { ports = { github: 0, pagerduty: 0 } } = options;
  const github = await startGitHubEmulator({
    ...shared,
    world: world.github,
    limits: options.limits.github,
    port: ports.github,
  });
  const pagerduty = await startPagerDutyEmulator({
    ...shared,
    world: world.pagerduty,
    limits: options.limits.pagerduty,
    port: ports.pagerduty,
  });
  const store = openSimulatedStore(databaseUrl, time);
  await store.migrate();
  const queue = createSimulatedQueues(time, {
    concurrency: { ingest: ingestsAtATime, analysis: analysesAtATime, improvement: improvementsAtATime },
    scheduleOnly: ['recluster-when-due'],
  });
  const { producer } = queue;
  const receipt = await startWebhookServer(store, producer, time);
  const access = createProviderAccess({
    outbound: openOutboundConnections(['loopback']),
    limits: createSimulatedLimits(time),
    now: clock.now,
    wait: time.wait,
  });
  const deps = { store, producer, now: clock.now };
  const publicUrl = options.webhooks ? receipt.url : null;
  const settings = {
    publicUrl,
    payloadDays: 90,
    syncEveryMs,
    fullSyncEveryMs: 6 * hourInMs,
    connectionCheckEveryMs,
    completenessCheckEveryMs: dayInMs,
  };
  const catalogue: IngestHandlersDeps['catalogue'] = {
    read: async ({ path, text, repository, known }) =>
      matchCatalogueFile(readCatalogueFile(path, text, repository), known),
  };
  queue.start({
    ingest: createIngest(
      { ...deps, providers: access.providers, openSource: access.createSource, catalogue },
      settings,
    ),
    ...(loop && {
      analysis: createAnalysis({ ...deps, runPipeline: async (input) => runPipeline(input) }),
      improvement: createImprovement({ ...deps, ...access, publicUrl: loop.publicUrl }),
    }),
  });

  async function connect(provider: 'github' | 'pagerduty', account: string, baseUrl: string): Promise<Connection> {
    return store.connections.ensure({
      provider,
      account,
      baseUrl,
      scope: defaultConnectionScope,
      credential: token,
      webhookSecret: 'simulation webhook secret',
      isWebhookSecretDue: provider === 'github',
    });
  }
  const connections = [
    await connect('github', world.github.organisation, github.url),
    await connect('pagerduty', world.pagerduty.subdomain, pagerduty.url),
  ];

  return {
    time,
    store,
    producer,
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
    async waitUntilIdle(withinMs) {
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
      void producer.schedule('check-connections', connectionCheckEveryMs);
      void producer.schedule('expire-payloads', hourInMs);
    },
    deliveries: receipt.count,
    failures: queue.failures,
    async close() {
      await queue.stop();
      await Promise.all([github.close(), pagerduty.close(), receipt.close()]);
      await store.close();
      await databaseClock.close();
    },
  };
}
