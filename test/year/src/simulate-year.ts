import { dayInMs, hourInMs } from '@refrain/domain';
import { setUniqueNamePrefix } from '@refrain/emulators';
import { createRandomStream, organisationName, planOrdinaryChanges, type UnusedTexts } from '@refrain/sample-org';
import { createActionPerformer } from './action-performer.ts';
import { type Agenda, createAgenda } from './agenda.ts';
import { createChangePerformer } from './change-performer.ts';
import { computeChangeCount, createCompany, repositoryNames } from './company.ts';
import { compareIssues, isRequestedMerge, type RoleIssueComparison } from './compare-issues.ts';
import { approveProposalsLeftToPeople, approveProposalsOfRoles, setImprovementPolicy } from './decide-in-refrain.ts';
import { createFailureSimulator } from './failure-simulator.ts';
import { type FoundIssue, listRefrainIssues } from './found-issue.ts';
import { issueRoles } from './issue-roles.ts';
import { listIssuesWithTruePattern } from './list-issues-with-true-pattern.ts';
import { type OrganisationSimulation, startOrganisationSimulation } from './simulation/index.ts';
import { createTruePatternIndex } from './true-pattern-index.ts';

/** A Monday. */
const startMs = Date.parse('2026-01-05T00:00:00.000Z');
const daysOfYear = 52 * 7;
/** Number of days that are planned beyond the end of the simulation, because a plan has no everyday work in its last days. */
const beyondDays = 16;

export interface YearOptions {
  readonly databaseUrl: string;
  readonly seed: number;
  /** Ports of the emulated providers. A seed leads to the same year only with the same ports. */
  readonly ports?: { readonly github: number; readonly pagerduty: number };
  readonly days?: number;
  readonly print: (line: string) => void;
}

export interface YearResult {
  readonly issues: readonly FoundIssue[];
  readonly compared: readonly RoleIssueComparison[];
  /** Number of issues that people merged into the main issue of the same true pattern. */
  readonly merged: number;
  readonly episodes: number;
  readonly webhooks: number;
  /** Error messages of failed jobs, with their counts. */
  readonly failures: Readonly<Record<string, number>>;
}

/** Simulates a year of an organisation that uses Refrain: a backfill, then daily work, failures and actions of people. */
export async function simulateYear({
  databaseUrl,
  seed,
  ports,
  days = daysOfYear,
  print,
}: YearOptions): Promise<YearResult> {
  setUniqueNamePrefix(`year/${seed}`);
  const bagsOfTheme: UnusedTexts = new Map();
  const { world, truth, pastOneOffs } = createCompany(seed, startMs, bagsOfTheme);
  const simulation = await startOrganisationSimulation({
    databaseUrl,
    world,
    startMs,
    webhooks: true,
    limits: { github: 'off', pagerduty: 'off' },
    ...(ports && { ports }),
    loop: { publicUrl: 'https://refrain.larkhaul.example' },
  });
  try {
    const { producer } = simulation;
    const agenda = createAgenda();
    const stage = createChangePerformer(simulation, agenda, seed);
    const truePatterns = createTruePatternIndex(truth);
    const shared = { ...simulation, agenda, stage, truePatterns, startMs };
    const failures = createFailureSimulator({ ...shared, seed, bagsOfTheme, pastOneOffs });
    const random = createRandomStream(`year/${seed}/people`);
    const countIssues = createActionPerformer({ ...shared, random, setRate: failures.setRate });

    await waitForIngest(simulation);
    print('The history before the year is ingested.');
    const planned = daysOfYear + beyondDays;
    const span = { from: startMs, until: startMs + planned * dayInMs };
    const everyday = planOrdinaryChanges(
      computeChangeCount(planned),
      [],
      repositoryNames,
      span,
      random.fork('everyday'),
    );
    for (const act of everyday.acts) agenda.add(act.at, async () => void (await stage.perform(act)));

    for (let day = 0; day < days; day += 1) {
      const midnight = startMs + day * dayInMs;
      failures.planDay(day);
      if (day % 7 === 0) {
        agenda.add(midnight + 3 * hourInMs, () => producer.enqueue('recluster', {}));
        agenda.add(midnight + 4 * hourInMs, () => producer.enqueue('reconcile', {}));
        agenda.add(midnight + 5 * hourInMs, () => producer.enqueue('sync-issues', {}));
      }
      agenda.add(midnight + 8 * hourInMs, () => producer.enqueue('approve-by-policy', {}));
      // In the first week a person approves. From the second week on, the policy approves, and people approve what the policy leaves to
      // them.
      if (day === 1) agenda.add(midnight + 9 * hourInMs, () => approveProposalsOfRoles(simulation, truePatterns));
      if (day === 7) agenda.add(midnight + 9 * hourInMs, () => setImprovementPolicy(simulation, 'auto'));
      if (day % 28 === 14)
        agenda.add(midnight + 9 * hourInMs, () => approveProposalsLeftToPeople(simulation, truePatterns));
      agenda.add(midnight + 10 * hourInMs, countIssues);
      await passUntil(simulation, agenda, midnight + dayInMs);
      if (new Date(midnight + dayInMs).getUTCDate() === 1)
        print(describeMonth(midnight, simulation, failures.episodes()));
    }
    await producer.enqueue('recluster', {});
    await simulation.waitUntilIdle(hourInMs);
    await producer.enqueue('sync-issues', {});
    await simulation.waitUntilIdle(hourInMs);

    const attributed = await listIssuesWithTruePattern(simulation, truePatterns);
    const issues = attributed.map(({ issue }) => issue);
    const wanted = issueRoles.filter(({ truth: own }) => own !== 'no issue' && own.state === 'duplicate').length;
    return {
      issues,
      merged: issues.filter(isRequestedMerge).length - wanted,
      episodes: failures.episodes(),
      compared: compareIssues(issueRoles, attributed, organisationName),
      webhooks: simulation.deliveries(),
      failures: Object.fromEntries(simulation.failures()),
    };
  } finally {
    await simulation.close();
  }
}

/** Waits until the history is ingested and the webhooks work. */
async function waitForIngest(simulation: OrganisationSimulation): Promise<void> {
  await setImprovementPolicy(simulation, 'propose');
  await simulation.backfill();
  await simulation.waitUntilIdle(hourInMs);
  await simulation.producer.enqueue('check-connections', {});
  await simulation.producer.enqueue('suggest-catalogue', {});
  await simulation.waitUntilIdle(hourInMs);
}

async function passUntil({ time: { clock } }: OrganisationSimulation, agenda: Agenda, until: number): Promise<void> {
  for (let next = agenda.take(until - 1); next !== null; next = agenda.take(until - 1)) {
    await clock.advance(Math.max(0, next.at - clock.now()));
    await next.run();
  }
  await clock.advance(Math.max(0, until - clock.now()));
}

function describeMonth(at: number, { github, deliveries }: OrganisationSimulation, episodes: number): string {
  const issues = listRefrainIssues(github);
  const open = issues.filter(({ state }) => state === 'open').length;
  return `${new Date(at).toISOString().slice(0, 7)}: ${episodes} episodes so far, ${deliveries()} webhooks, ${issues.length} issues, ${open} open.`;
}
