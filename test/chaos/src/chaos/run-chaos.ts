import { createRandom } from '@refrain/sample-org';
import { createStore } from '@refrain/store';
import { createScratchDatabase } from '@refrain/store/testing';
import { createCompanyEvents } from '../company/company-events.ts';
import { connectCompany } from '../company/connected.ts';
import { startEmulatedCompany } from '../company/emulated-company.ts';
import { sendEvents } from '../company/send-events.ts';
import { listDifferences } from '../comparison/compare.ts';
import { compareUntilEqual } from '../comparison/compare-until-equal.ts';
import { explain } from '../comparison/explain.ts';
import { createArchive } from '../faults/archive.ts';
import type { Fault } from '../faults/fault.ts';
import { type Durations, listFaults } from '../faults/list-faults.ts';
import { openNetwork } from '../faults/own-network.ts';
import { startMachine } from '../system/machine.ts';
import { allRoles, startSystem } from '../system/system.ts';
import { countIssues, type IssueCounts } from './count-issues.ts';
import { injectFaults } from './inject-faults.ts';
import { listOutcomeDifferences, readOutcome } from './read-outcome.ts';
import { runUndisturbed } from './run-undisturbed.ts';
import { calm, settle } from './settle.ts';

export interface ChaosOptions {
  readonly events: number;
  readonly seed: number;
  readonly perSecond: number;
  /** Failures that both accounts have before the first event. */
  readonly history: number;
  /** How often each kind of fault comes. */
  readonly rounds: number;
  readonly durations: Durations;
  readonly env: NodeJS.ProcessEnv;
  /** Settings of Refrain's processes. */
  readonly settings: Readonly<Record<string, string>>;
  /** How long the system may take to close every gap after the last event, and to come to rest. */
  readonly patienceMs: number;
  readonly say: (line: string) => void;
  /** Ends it before its time. */
  readonly signal: AbortSignal;
}

export interface ChaosResult extends IssueCounts {
  /** How often each kind of fault was injected. */
  readonly faults: Readonly<Record<string, number>>;
  /** Things that exist at the providers and have to be stored: several events may have happened to one. */
  readonly things: number;
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
  readonly invented: readonly string[];
  readonly stale: readonly string[];
  readonly unreadable: number;
  readonly patterns: number;
  readonly unreported: number;
  /** In what the outcome differs from that of an undisturbed run. */
  readonly otherwise: readonly string[];
  /** How often a process ended by itself, or did not get ready. */
  readonly endedByThemselves: number;
  readonly settledSeconds: number;
}

const encryptionKey = Buffer.alloc(32, 7);
/** Every pattern that is seen at all gets its issue, as many as there are. */
const policy = {
  ...{ mode: 'auto', leastConfidence: 0.5, leastPeopleHours: 0 },
  ...{ mostOpen: 10_000, mostOpenPerRepository: 10_000, mostPerWeek: 10_000 },
};

/** Lets everything break on which Refrain stands while events flow, and holds what it came to against what exists. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { events, seed, perSecond, rounds, durations, patienceMs, settings, say } = options;
  const stops: (() => unknown)[] = [];
  try {
    const machine = await startMachine(options.env);
    stops.push(machine.stop);
    const company = await startEmulatedCompany({ ...options, isLimited: false });
    stops.push(company.close);
    const { postgres, redis, folder, spoolFolder } = machine;
    const ports = [postgres.url, redis.url, company.github.url, company.pagerduty.url].map((url) =>
      Number(new URL(url).port),
    );
    const network = await openNetwork(ports);
    if (network !== null) stops.push(network.close);
    const { databaseUrl } = await createScratchDatabase(postgres.url);
    const env = { ...settings, TMPDIR: spoolFolder };
    const urls = { databaseUrl, redisUrl: redis.url };
    const system = await startSystem({ roles: allRoles, ...urls, encryptionKey, logFolder: folder, env });
    stops.push(system.stop);
    const store = createStore({ databaseUrl, encryptionKey, poolSize: 2, applicationName: 'refrain-chaos' });
    stops.push(store.close);

    await system.ask('PUT', '/v1/policy', policy);
    const connected = await connectCompany(company, system);
    say('Both accounts are connected, their backfill has begun');
    const random = createRandom(`chaos/${seed}`);
    const archive = createArchive(system);
    const faults = listFaults({ system, machine, network, archive }, durations, rounds, random.fork('faults'));
    const { repositories, next } = createCompanyEvents(company, random);
    let happened = 0;
    const count = (number: number) => {
      happened = number + 1;
      return next(number);
    };
    const stop = new AbortController();
    const signal = AbortSignal.any([options.signal, stop.signal]);
    await Promise.all([
      sendEvents({ events, perSecond, next: count, troubles: [], random: random.fork('troubles'), say }),
      injectFaults({ faults, events, happened: () => happened, random: random.fork('moments'), signal, say }),
    ]).finally(() => stop.abort());
    say('All events happened, nothing goes wrong any more');
    const endedAt = Date.now();
    await Promise.all([company.github.settled(), company.pagerduty.settled()]);
    const compareBooks = () => system.ask('POST', `/v1/connections/${connected.pagerduty}/completeness`, {});
    const comparison = await compareUntilEqual({
      company,
      store,
      connected,
      repositories,
      patienceMs,
      compareBooks,
      say,
    });
    for (const difference of listDifferences(comparison).slice(0, 10)) {
      say([difference, ...explain(difference, company)].join('\n         '));
    }
    await calm(system);
    await settle(system, patienceMs);
    const settledSeconds = Math.round((Date.now() - endedAt) / 1_000);
    say(`It came to rest after ${settledSeconds} s`);
    const disturbed = await readOutcome(store);
    const issues = countIssues(company);
    const patterns = await store.patterns.listAll();
    const reports = await Promise.all(patterns.map(({ id }) => store.reports.findLatest(id)));
    const unreadable = await Promise.all(
      [connected.github, connected.pagerduty].map((id) => store.inbox.listUnreadable(id, { limit: 100 })),
    );
    const endedByThemselves = system.countEnds();
    await system.stop();
    say('The same once more, undisturbed');
    const undisturbed = await runUndisturbed({ company, machine, archive, patienceMs, encryptionKey, env });
    return {
      ...issues,
      faults: countKinds(faults),
      things: comparison.existing,
      lost: comparison.lost,
      duplicated: comparison.twice,
      invented: comparison.invented,
      stale: comparison.stale,
      unreadable: unreadable.reduce((sum, { items }) => sum + items.length, 0),
      patterns: patterns.length,
      unreported: reports.filter((report) => report === null).length,
      otherwise: listOutcomeDifferences(undisturbed, disturbed),
      endedByThemselves,
      settledSeconds,
    };
  } finally {
    say('Stopping …');
    for (const stop of stops.toReversed()) await stop();
  }
}

function countKinds(faults: readonly Fault[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of faults) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
