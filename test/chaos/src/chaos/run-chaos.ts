import { createRandom } from '@refrain/sample-org';
import { type CompanyEvents, createCompanyEvents } from '../company/company-events.ts';
import { sendEvents } from '../company/send-events.ts';
import { type Comparison, listDifferences } from '../comparison/compare.ts';
import { compareUntilEqual } from '../comparison/compare-until-equal.ts';
import { explain } from '../comparison/explain.ts';
import { createArchive } from '../faults/archive.ts';
import type { Fault } from '../faults/fault.ts';
import { type Durations, listFaults } from '../faults/list-faults.ts';
import { untilStopped } from '../until-stopped.ts';
import { countIssues, type IssueCounts } from './count-issues.ts';
import { countRest, type Rest } from './count-rest.ts';
import { injectFaults } from './inject-faults.ts';
import { openWorld, type World } from './open-world.ts';
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
  /** Whether the books are compared as soon as something differs, and not when Refrain would by itself. */
  readonly asksForBooks: boolean;
  readonly say: (line: string) => void;
  /** Ends it before its time. */
  readonly signal: AbortSignal;
}

export interface ChaosResult extends IssueCounts, Rest {
  /** How often each kind of fault was injected. */
  readonly faults: Readonly<Record<string, number>>;
  /** Things that exist at the providers and have to be stored: several events may have happened to one. */
  readonly things: number;
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
  readonly invented: readonly string[];
  readonly stale: readonly string[];
  /** In what the outcome differs from that of an undisturbed run. */
  readonly otherwise: readonly string[];
  /** How often a process ended by itself, or did not get ready. */
  readonly endedByThemselves: number;
  readonly settledSeconds: number;
}

/** Lets everything break on which Refrain stands while events flow, and holds what it came to against what exists. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const world = await openWorld({ ...options, isBreakable: true });
  options.say('Both accounts are connected, their backfill has begun');
  try {
    return await untilStopped(options.signal, run(options, world));
  } finally {
    options.say('Stopping …');
    await world.close();
  }
}

async function run(options: ChaosOptions, world: World): Promise<ChaosResult> {
  const { durations, rounds, patienceMs, say } = options;
  const { company, system, store, connected } = world;
  const random = createRandom(`chaos/${options.seed}`);
  const archive = createArchive(system);
  const faults = listFaults({ ...world, archive }, durations, rounds, random.fork('faults'));
  const events = createCompanyEvents(company, random);
  await breakEverything(options, faults, events);
  say('All events happened, nothing goes wrong any more');

  const endedAt = Date.now();
  const { existing, lost, twice, invented, stale } = await compareAll(options, world, events);
  await calm(system);
  await settle(system, patienceMs);
  const settledSeconds = Math.round((Date.now() - endedAt) / 1_000);
  say(`It came to rest after ${settledSeconds} s`);
  const disturbed = await readOutcome(store);
  const rest = await countRest(store, connected);
  const issues = countIssues(company);
  const endedByThemselves = system.countEnds();
  await system.stop();

  say('The same once more, undisturbed');
  const undisturbed = await runUndisturbed({ ...world, archive, patienceMs });
  const otherwise = listOutcomeDifferences(undisturbed, disturbed);
  return {
    ...{ ...issues, ...rest, faults: countKinds(faults), things: existing },
    ...{ lost, stale, duplicated: twice, invented, otherwise, endedByThemselves, settledSeconds },
  };
}

async function breakEverything(
  { events, perSecond, seed, signal, say }: ChaosOptions,
  faults: readonly Fault[],
  { next }: CompanyEvents,
): Promise<void> {
  const random = createRandom(`chaos/${seed}/moments`);
  let happened = 0;
  const count = (number: number) => {
    happened = number + 1;
    return next(number);
  };
  const stop = new AbortController();
  await Promise.all([
    sendEvents({ events, perSecond, next: count, troubles: [], random, say }),
    injectFaults({
      ...{ faults, events, random, say, happened: () => happened },
      signal: AbortSignal.any([signal, stop.signal]),
    }),
  ]).finally(() => stop.abort());
}

async function compareAll(
  { patienceMs, asksForBooks, say }: ChaosOptions,
  { company, system, store, connected }: World,
  { repositories }: CompanyEvents,
): Promise<Comparison> {
  await Promise.all([company.github.settled(), company.pagerduty.settled()]);
  const compareBooks = () =>
    Promise.all(
      [connected.pagerduty, connected.github].map((id) => system.ask('POST', `/v1/connections/${id}/completeness`, {})),
    );
  const comparison = await compareUntilEqual({
    ...{ company, store, connected, repositories, patienceMs, say },
    ...(asksForBooks ? { compareBooks } : {}),
  });
  for (const difference of listDifferences(comparison).slice(0, 10)) {
    say([difference, ...explain(difference, company)].join('\n         '));
  }
  return comparison;
}

function countKinds(faults: readonly Fault[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of faults) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
