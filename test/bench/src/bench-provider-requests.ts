import { hourInMs, minuteInMs } from '@refrain/domain';
import { createRandomStream } from '@refrain/sample-org';
import { createScratchDatabase } from '@refrain/store/testing';
import { type RequestCount, startOrganisationSimulation, startPostgresAndRedis } from '@refrain/year/simulation';
import { performRandomEvent } from './perform-random-event.ts';
import { computeRecordCounts, type GeneratedRecordCounts } from './world/generated-record-counts.ts';
import { makeEmulatedWorld } from './world/make-emulated-world.ts';

/** Requests per hour that GitHub allows with a user's token. A GitHub App may send at least as many. */
const hourlyBudget = 5_000;
/** Milliseconds for which an idle organisation is observed: twice the interval between two syncs. */
const measuredMs = 10 * minuteInMs;
const eventsADay = 60;

/** Counts the requests to the providers during a first backfill, during a sync with and without changes, and while an organisation is idle. */
export async function benchProviderRequests(): Promise<object> {
  const backends = await startPostgresAndRedis(process.env);
  try {
    const until = Date.now() - hourInMs;
    const busy = await countBusy(backends.databaseUrl, computeRecordCounts(3_000, until), until);
    const idle = await createScratchDatabase(backends.databaseUrl);
    const unchanged = await countIdle(idle.databaseUrl, idleSize(until), until);
    await idle.drop();
    return { bench: 'requests', ...busy, unchanged };
  } finally {
    await backends.stop();
  }
}

const unlimited = { github: 'off', pagerduty: 'off' } as const;

async function countBusy(databaseUrl: string, size: GeneratedRecordCounts, until: number): Promise<object> {
  const world = makeEmulatedWorld(size);
  const simulation = await startOrganisationSimulation({
    databaseUrl,
    world,
    startMs: until + hourInMs,
    limits: unlimited,
    webhooks: false,
  });
  try {
    process.stderr.write('First backfill …\n');
    await simulation.backfill();
    await simulation.waitUntilIdle(hourInMs);
    const first = simulation.requests.take();
    simulation.startSchedules();
    // The first sync after a backfill reads the events since the start of the backfill again, so it is not counted.
    await simulation.time.clock.advance(12 * minuteInMs);
    await simulation.waitUntilIdle(minuteInMs);
    simulation.requests.take();
    process.stderr.write('A sync after nothing changed …\n');
    await simulation.time.clock.advance(5 * minuteInMs);
    const nothing = simulation.requests.take();
    process.stderr.write('A sync after a day …\n');
    const random = createRandomStream('a day');
    const repositories = world.github.repositories.map(({ name }) => name);
    const services = world.pagerduty.services.map(({ id }) => id);
    for (let event = 0; event < eventsADay; event += 1)
      await performRandomEvent(simulation, repositories, services, random);
    await simulation.time.clock.advance(5 * minuteInMs);
    const day = simulation.requests.take();
    return {
      backfill: {
        pulls: size.pulls,
        incidents: size.incidents,
        per1000Pulls: per1000(first.github, size.pulls),
        per1000Incidents: per1000(first.pagerduty, size.incidents),
        why: explain(first, size),
      },
      syncOfNothing: totals(nothing),
      syncOfADay: { events: eventsADay, ...totals(day), byPath: day.byPath },
      failures: Object.fromEntries(simulation.failures()),
    };
  } finally {
    await simulation.close();
  }
}

function idleSize(until: number): GeneratedRecordCounts {
  const few = { pulls: 1_000, reverts: 50, deployments: 1_000, failedDeployments: 50, runs: 500, failedRuns: 10 };
  return { ...few, repositories: 500, services: 50, incidents: 200, changeEvents: 100, days: 90, until };
}

async function countIdle(databaseUrl: string, size: GeneratedRecordCounts, until: number): Promise<object> {
  const simulation = await startOrganisationSimulation({
    databaseUrl,
    world: makeEmulatedWorld(size),
    startMs: until + hourInMs,
    limits: { github: {}, pagerduty: {} },
    webhooks: false,
  });
  try {
    process.stderr.write('An idle organisation of 500 repositories …\n');
    await simulation.backfill();
    await simulation.waitUntilIdle(12 * hourInMs);
    // Wait until the backfill's rate-limit window of an hour has ended. Otherwise the used-up request budget would delay the syncs.
    await simulation.time.clock.advance(hourInMs);
    simulation.startPolling();
    await simulation.time.clock.advance(12 * minuteInMs);
    simulation.requests.take();
    await simulation.time.clock.advance(measuredMs);
    const sync = simulation.requests.take();
    const charged = Math.round(((sync.github - sync.unchanged) * hourInMs) / measuredMs);
    return {
      repositories: size.repositories,
      ...totals(sync),
      chargedAnHour: charged,
      shareOfBudget: Math.round((charged / hourlyBudget) * 10_000) / 10_000,
      goal: { shareOfBudget: 0.05, maxPointsPerMinute: 900 },
    };
  } finally {
    await simulation.close();
  }
}

function totals({ github, unchanged, pagerduty, maxPointsPerMinute, refused }: RequestCount): object {
  return { github, unchanged, charged: github - unchanged, pagerduty, maxPointsPerMinute, refused };
}

function per1000(requests: number, of: number): number {
  return Math.round((requests / of) * 1_000);
}

const reasons: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/pulls$/u, 'pulls: a page for 100'],
  [/pulls\/…\/files$/u, 'pulls: the files of one that looks like a revert'],
  [/commits$/u, 'commits: a page for 100'],
  [/commits\/…$/u, 'commits: the files of one that looks like a revert'],
  [/deployments$/u, 'deployments: a page for 100'],
  [/graphql$/u, 'deployments: the statuses of 100'],
  [/statuses$/u, 'deployments: the statuses of one that changed, which no list gives'],
  [/workflows$/u, 'runs: the workflows, to choose from'],
  [/runs$/u, 'runs: a page for 30'],
  [/runs\/…\/jobs$/u, 'runs: the jobs of one that failed'],
  [/annotations$/u, 'runs: the annotations of a job that failed'],
  [/logs$/u, 'runs: the log of a job that failed'],
  [/issues/u, 'issues: those with the labels of incidents'],
  [/repos$/u, 'all: which repositories there are'],
  [/pagerduty \/incidents$/u, 'incidents: a page for 100, and the counts that windows are planned by'],
  [/alerts$/u, 'incidents: the alerts of one that has several'],
  [/notes$/u, 'incidents: the notes of one whose log does not give them'],
  [/incidents\/…\/log_entries$/u, 'incidents: the log of one that was open for long'],
  [/pagerduty \/log_entries$/u, 'incidents: the log of a page of them at once'],
  [/related_change|past_inc|related_inc|outlier/u, 'incidents: what PagerDuty finds beside one of the last week'],
  [/change_events$/u, 'change_events: a page for 100'],
];

function explain({ byPath }: RequestCount, { pulls, incidents }: GeneratedRecordCounts): object {
  return Object.fromEntries(
    Object.entries(byPath)
      .sort(([, a], [, b]) => b - a)
      .map(([path, count]) => {
        const of = path.startsWith('github') ? pulls : incidents;
        const reason = reasons.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
        return [path, { per1000: per1000(count, of), reason }];
      }),
  );
}
