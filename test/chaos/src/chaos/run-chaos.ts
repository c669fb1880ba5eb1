import { createRandomStream } from '@refrain/sample-org';
import { type CompanyEvents, createCompanyEvents } from '../company/company-events.ts';
import { sendEvents } from '../company/send-events.ts';
import { listRecordDifferences, type RecordComparison } from '../comparison/compare-records.ts';
import { compareRecordsUntilEqual } from '../comparison/compare-records-until-equal.ts';
import { explainRecordDifference } from '../comparison/explain-record-difference.ts';
import { createArchiveImport } from '../faults/archive-import.ts';
import type { Fault } from '../faults/fault.ts';
import { type FaultDurations, listFaults } from '../faults/list-faults.ts';
import { runUntilStopped } from '../run-until-stopped.ts';
import { type ChaosEnvironment, openChaosEnvironment } from './chaos-environment.ts';
import { countIssues, type IssueCounts } from './count-issues.ts';
import { countPatternsAndProblems, type PatternAndProblemCounts } from './count-patterns-and-problems.ts';
import { ingestWithoutFaults } from './ingest-without-faults.ts';
import { injectFaults } from './inject-faults.ts';
import { listOutcomeDifferences, readChaosOutcome } from './read-chaos-outcome.ts';
import { slowDownPolling, waitUntilIdle } from './wait-until-idle.ts';

export interface ChaosOptions {
  readonly events: number;
  readonly seed: number;
  readonly perSecond: number;
  readonly history: number;
  readonly rounds: number;
  readonly durations: FaultDurations;
  readonly env: NodeJS.ProcessEnv;
  readonly settings: Readonly<Record<string, string>>;
  /** Maximum milliseconds after the last event until no record is missing and Refrain is idle. */
  readonly timeoutMs: number;
  /** Whether the completeness check runs as soon as stored and existing records differ, instead of on its schedule. */
  readonly triggersCompletenessCheck: boolean;
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface ChaosResult extends IssueCounts, PatternAndProblemCounts {
  readonly faults: Readonly<Record<string, number>>;
  /** Number of records at the providers that must be stored. A record may have several events. */
  readonly things: number;
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
  readonly invented: readonly string[];
  readonly stale: readonly string[];
  readonly otherwise: readonly string[];
  /** How often a process exited unexpectedly or failed to start. */
  readonly endedByThemselves: number;
  readonly idleSeconds: number;
}

/** Injects faults into everything that Refrain depends on while events arrive, and compares the stored records with those at the providers. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const environment = await openChaosEnvironment({ ...options, isBreakable: true });
  options.print('Both accounts are connected; their backfill has begun');
  try {
    return await runUntilStopped(options.signal, run(options, environment));
  } finally {
    options.print('Stopping …');
    await environment.close();
  }
}

async function run(options: ChaosOptions, environment: ChaosEnvironment): Promise<ChaosResult> {
  const { durations, rounds, timeoutMs, print } = options;
  const { company, system, store, connected } = environment;
  const random = createRandomStream(`chaos/${options.seed}`);
  const archive = createArchiveImport(system);
  const faults = listFaults({ ...environment, archive }, durations, rounds, random.fork('faults'));
  const events = createCompanyEvents(company, random);
  await breakEverything(options, faults, events);
  print('All events happened and all faults have ended');

  const endedAt = Date.now();
  const { existing, lost, twice, invented, stale } = await compareAll(options, environment, events);
  await slowDownPolling(system);
  await waitUntilIdle(system, store, timeoutMs);
  const idleSeconds = Math.round((Date.now() - endedAt) / 1_000);
  print(`The system was idle after ${idleSeconds} s`);
  const disturbed = await readChaosOutcome(store);
  const rest = await countPatternsAndProblems(store, connected);
  const issues = countIssues(company);
  const endedByThemselves = system.countUnexpectedExits();
  await system.stop();

  print('Running the same again, undisturbed');
  const undisturbed = await ingestWithoutFaults({ ...environment, archive, timeoutMs });
  const otherwise = listOutcomeDifferences(undisturbed, disturbed);
  return {
    ...issues,
    ...rest,
    faults: countKinds(faults),
    things: existing,
    lost,
    stale,
    duplicated: twice,
    invented,
    otherwise,
    endedByThemselves,
    idleSeconds,
  };
}

async function breakEverything(
  { events, perSecond, seed, signal, print }: ChaosOptions,
  faults: readonly Fault[],
  { next }: CompanyEvents,
): Promise<void> {
  const random = createRandomStream(`chaos/${seed}/moments`);
  let happened = 0;
  const count = (number: number) => {
    happened = number + 1;
    return next(number);
  };
  const stop = new AbortController();
  await Promise.all([
    sendEvents({ events, perSecond, next: count, disturbances: [], random, print }),
    injectFaults({
      faults,
      events,
      random,
      print,
      happened: () => happened,
      signal: AbortSignal.any([signal, stop.signal]),
    }),
  ]).finally(() => stop.abort());
}

async function compareAll(
  { timeoutMs, triggersCompletenessCheck, print }: ChaosOptions,
  { company, system, store, connected }: ChaosEnvironment,
  { repositories }: CompanyEvents,
): Promise<RecordComparison> {
  await Promise.all([company.github.settled(), company.pagerduty.settled()]);
  const checkCompleteness = () =>
    Promise.all(
      [connected.pagerduty, connected.github].map((id) => system.ask('POST', `/v1/connections/${id}/completeness`, {})),
    );
  const comparison = await compareRecordsUntilEqual({
    company,
    store,
    connected,
    repositories,
    timeoutMs,
    print,
    ...(triggersCompletenessCheck ? { checkCompleteness } : {}),
  });
  for (const difference of listRecordDifferences(comparison).slice(0, 10)) {
    print([difference, ...explainRecordDifference(difference, company)].join('\n         '));
  }
  return comparison;
}

function countKinds(faults: readonly Fault[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of faults) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
