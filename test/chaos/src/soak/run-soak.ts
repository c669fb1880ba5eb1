import { createRandomStream } from '@refrain/sample-org';
import { createStore, type Store } from '@refrain/store';
import { createCompanyEvents } from '../company/company-events.ts';
import { connectCompany } from '../company/connected-company.ts';
import { type EmulatedCompany, startEmulatedCompany } from '../company/emulated-company.ts';
import { sendEvents } from '../company/send-events.ts';
import { listRecordDifferences, type RecordComparison } from '../comparison/compare-records.ts';
import { compareRecordsUntilEqual } from '../comparison/compare-records-until-equal.ts';
import { explainRecordDifference } from '../comparison/explain-record-difference.ts';
import { runUntilStopped } from '../run-until-stopped.ts';
import { type Backends, startBackends } from '../system/backends.ts';
import { type RefrainSystem, startRefrainSystem } from '../system/refrain-system.ts';
import { listDisturbances } from './list-disturbances.ts';

export interface SoakOptions {
  readonly events: number;
  readonly seed: number;
  readonly perSecond: number;
  readonly history: number;
  /** URL of an existing PostgreSQL; if null, the run starts one. */
  readonly adminUrl: string | null;
  readonly env: NodeJS.ProcessEnv;
  readonly settings: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface SoakResult extends RecordComparison {
  readonly faults: Readonly<Record<string, number>>;
  readonly disturbances: readonly string[];
  readonly payloadsUnreadable: number;
  /** Number of times that Refrain enabled PagerDuty's disabled webhook subscription. */
  readonly subscriptionsEnabled: number;
  readonly limitsHit: number;
  readonly idleSeconds: number;
}

const roles = ['api', 'ingest-worker'] as const;
const encryptionKey = Buffer.alloc(32, 7);

/** Sends a seeded sequence of events while the providers misbehave, and compares the stored records with those at the providers. */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const { print } = options;
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const backends = await startBackends(options.env, options.adminUrl);
    stops.push(backends.stop);
    const company = await startEmulatedCompany({ ...options, isLimited: true });
    stops.push(company.close);
    const { folder: logFolder, databaseUrl, redisUrl } = backends;
    const system = await startRefrainSystem({
      roles,
      databaseUrl,
      redisUrl,
      encryptionKey,
      logFolder,
      env: options.settings,
    });
    stops.push(system.stop);
    const store = createStore({ databaseUrl, encryptionKey, poolSize: 2, applicationName: 'refrain-soak' });
    stops.push(store.close);
    return await runUntilStopped(options.signal, soak(options, { backends, company, system, store }));
  } finally {
    print('Stopping …');
    for (const stop of stops.toReversed()) await stop();
  }
}

interface SoakSystem {
  readonly backends: Backends;
  readonly company: EmulatedCompany;
  readonly system: RefrainSystem;
  readonly store: Store;
}

async function soak(
  { events, seed, perSecond, timeoutMs, print }: SoakOptions,
  parts: SoakSystem,
): Promise<SoakResult> {
  const { backends, company, system, store } = parts;
  const random = createRandomStream(`soak/${seed}`);
  company.setFaults(seed);
  const connected = await connectCompany(company, system);
  print('Both accounts are connected; their backfill has begun');
  const { incidents, repositories, next } = createCompanyEvents(company, random);
  const disturbances = listDisturbances({
    company,
    system,
    connected,
    incidents,
    repositories,
    emptyRedis: backends.emptyRedis,
  });
  await sendEvents({ events, perSecond, next, disturbances, random: random.fork('troubles'), print });
  company.setFaults(null);
  print('All events happened and all faults have ended');
  const endedAt = Date.now();
  await Promise.all([company.github.settled(), company.pagerduty.settled()]);
  const checkCompleteness = () => system.ask('POST', `/v1/connections/${connected.pagerduty}/completeness`, {});
  const known = { company, store, connected, repositories };
  const comparison = await compareRecordsUntilEqual({ ...known, timeoutMs, checkCompleteness, print });
  for (const difference of listRecordDifferences(comparison).slice(0, 10)) {
    print([difference, ...explainRecordDifference(difference, company)].join('\n         '));
  }
  const reports = [company.github.faultReport(), company.pagerduty.faultReport()];
  const lists = await Promise.all(
    [connected.github, connected.pagerduty].map((id) => store.inbox.listUnreadable(id, { limit: 100 })),
  );
  const unreadable = lists.flatMap(({ items }) => items);
  for (const { type, problem } of unreadable.slice(0, 10)) print(`Unreadable: ${type}: ${problem}`);
  return {
    ...comparison,
    faults: addUp(reports),
    disturbances: disturbances.map(({ name }) => name),
    payloadsUnreadable: unreadable.length,
    subscriptionsEnabled: company.countEnabled(),
    limitsHit: company.countLimited(),
    idleSeconds: Math.round((Date.now() - endedAt) / 1_000),
  };
}

function addUp(reports: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const report of reports) {
    for (const [name, count] of Object.entries(report)) sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}
