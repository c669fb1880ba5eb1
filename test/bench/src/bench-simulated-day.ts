import { hourInMs, minuteInMs } from '@refrain/domain';
import { createRandomStream } from '@refrain/sample-org';
import { openRawDatabaseClient } from '@refrain/store/testing';
import { startOrganisationSimulation, startPostgresAndRedis } from '@refrain/year/simulation';
import { performRandomEvent } from './perform-random-event.ts';
import type { GeneratedRecordCounts } from './world/generated-record-counts.ts';
import { listExpectedRecords } from './world/list-expected-records.ts';
import { makeEmulatedWorld } from './world/make-emulated-world.ts';

export interface SimulatedDayOptions {
  readonly databaseUrl: string;
  readonly size: GeneratedRecordCounts;
  readonly hours: number;
  readonly events: number;
  readonly onHour?: (hour: number, charged: number) => void;
}

export interface SimulatedDayResult {
  readonly hours: number;
  readonly github: number;
  readonly pagerduty: number;
  readonly unchanged: number;
  readonly webhooks: number;
  readonly refused: number;
  /** Highest number of rate-limit points used in one minute; GitHub allows 900. */
  readonly maxPointsPerMinute: number;
  /** Lowest share of the hourly request budget that was left for other clients. */
  readonly minRemaining: number;
  readonly chargedByHour: readonly number[];
  readonly existing: number;
  readonly lost: number;
  readonly failures: Readonly<Record<string, number>>;
}

/**
 * Simulates a first backfill and the hours after it with the handlers of the ingest worker. The emulated providers enforce their rate
 * limits.
 */
export async function simulateDay(options: SimulatedDayOptions): Promise<SimulatedDayResult> {
  const { databaseUrl, size, hours, events, onHour } = options;
  const world = makeEmulatedWorld(size);
  const startMs = size.until + hourInMs;
  const simulation = await startOrganisationSimulation({
    databaseUrl,
    world,
    startMs,
    limits: { github: {}, pagerduty: {} },
    webhooks: true,
  });
  try {
    const random = createRandomStream('a day');
    const repositories = world.github.repositories.map(({ name }) => name);
    const services = world.pagerduty.services.map(({ id }) => id);
    await simulation.backfill();
    simulation.startSchedules();
    const minutes = hours * 60;
    for (let minute = 1; minute <= minutes; minute += 1) {
      await simulation.time.clock.advance(minuteInMs);
      const due = Math.floor((events * minute) / minutes) - Math.floor((events * (minute - 1)) / minutes);
      for (let event = 0; event < due; event += 1) await performRandomEvent(simulation, repositories, services, random);
      if (minute % 60 === 0) onHour?.(minute / 60, simulation.requests.chargedByHour().at(minute / 60 - 1) ?? 0);
    }
    await simulation.waitUntilIdle(hourInMs);
    const { byPath: _, ...counts } = simulation.requests.take();
    const wanted = listExpectedRecords(world);
    const stored = await listStored(databaseUrl);
    const existing = [...wanted.failures, ...wanted.changes];
    return {
      hours,
      ...counts,
      webhooks: simulation.deliveries(),
      minRemaining: simulation.requests.minRemaining(),
      chargedByHour: simulation.requests.chargedByHour(),
      existing: existing.length,
      lost: existing.filter((key) => !stored.has(key)).length,
      failures: Object.fromEntries(simulation.failures()),
    };
  } finally {
    await simulation.close();
  }
}

async function listStored(databaseUrl: string): Promise<Set<string>> {
  const client = await openRawDatabaseClient(databaseUrl);
  try {
    const key = `kind || '/' || external_id as key`;
    const rows = await client.query(`select ${key} from failure union all select ${key} from change`);
    return new Set(rows.map((row) => String(row.key)));
  } finally {
    await client.end();
  }
}

function largeSize(until: number): GeneratedRecordCounts {
  const ofGitHub = {
    pulls: 9_000,
    reverts: 500,
    deployments: 5_000,
    failedDeployments: 500,
    runs: 3_000,
    failedRuns: 300,
  };
  return { ...ofGitHub, repositories: 300, services: 100, incidents: 5_000, changeEvents: 1_000, days: 365, until };
}

export async function benchSimulatedDay(): Promise<object> {
  const backends = await startPostgresAndRedis(process.env);
  try {
    const size = largeSize(Date.now() - hourInMs);
    const onHour = (hour: number, charged: number) =>
      process.stderr.write(`Hour ${hour}: ${charged} requests charged\n`);
    const report = await simulateDay({ databaseUrl: backends.databaseUrl, size, hours: 24, events: 500, onHour });
    return { bench: 'day', ...report, goal: { refused: 0, lost: 0, maxPointsPerMinute: 900 } };
  } finally {
    await backends.stop();
  }
}
