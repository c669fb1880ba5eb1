import { setTimeout as sleep } from 'node:timers/promises';
import { createProviderAccess, openOutboundConnections } from '@refrain/connectors';
import { type AppError, hourInMs, toAppError } from '@refrain/domain';
import { type GitHubEmulator, startGitHubEmulator } from '@refrain/emulators';
import { createHandlers } from '@refrain/improvement-worker/handlers';
import { jobCatalogue, retryDelayMs } from '@refrain/jobs';
import { createRandomStream } from '@refrain/sample-org';
import type { Store } from '@refrain/store';
import {
  createRequestCounter,
  createSimulatedLimits,
  createSimulatedTime,
  openSimulatedStore,
  type SimulatedTime,
  startPostgresAndRedis,
} from '@refrain/year/simulation';
import {
  type ApprovedImprovement,
  benchAccount,
  createApprovedImprovements,
  createEmptyRepositories,
  formatReportVersion,
  storeVersionedReport,
  token,
} from './improve-world.ts';

export interface ImprovementBenchOptions {
  readonly patterns: number;
  readonly calls: number;
}

const workers = 4;
const step = 100;
/** Share of requests with each kind of fault. Half of the faults occur before GitHub executes the request, half after. */
const faults = { seed: 6, failure5xx: 0.03, reset: 0.03, truncatedBody: 0.01 };
/** Probability that a new report is written (`report`) or a person edits the issue (`edit`) before a worker handles the pattern. */
const share = { report: 0.2, edit: 0.1 };

/**
 * Creates or updates the issues of many patterns repeatedly, from several workers that share only the store, in
 * simulated time. Meanwhile the emulated GitHub enforces its limits and returns errors, new reports are written, and
 * people edit issues. At the end each pattern must have exactly one issue, with the newest report and all texts of
 * people.
 */
export async function benchImprovementIssues({ patterns, calls }: ImprovementBenchOptions): Promise<object> {
  const backends = await startPostgresAndRedis(process.env);
  const time = createSimulatedTime(Date.parse('2026-06-01T00:00:00.000Z'));
  const requests = createRequestCounter(time.clock.now);
  const createdAt = '2026-01-01T00:00:00.000Z';
  const github = await startGitHubEmulator({
    world: { organisation: benchAccount, repositories: createEmptyRepositories(createdAt) },
    token,
    clock: time.clock,
    limits: {},
    keptExchanges: 0,
    onExchange: requests.onExchange,
  });
  const stores = Array.from({ length: workers }, () => openSimulatedStore(backends.databaseUrl, time));
  const [store] = stores;
  if (store === undefined) throw new RangeError('At least one worker is needed');
  try {
    await store.migrate();
    process.stderr.write(`Approving ${patterns} improvements …\n`);
    const approved = await createApprovedImprovements(store, patterns, github.url);
    github.setFaults(faults);
    const run = await ensureAll({ stores, github, time, approved, calls });
    github.setFaults(null);
    const found = countIssues(github, approved, run);
    const { refused, byPath } = requests.take();
    const searches = Object.entries(byPath).filter(([path]) => path.includes('/search/')).length;
    return {
      bench: 'improve',
      patterns,
      issues: found.issues,
      duplicates: found.duplicates,
      lostUpdates: found.lostUpdates,
      limitHits: refused,
      calls,
      workers,
      simulatedHours: run.hours,
      retries: run.retries,
      searches,
      faults: github.faultReport(),
      goal: { issues: patterns, duplicates: 0, lostUpdates: 0, limitHits: 0 },
    };
  } finally {
    await Promise.all(stores.map((one) => one.close()));
    await github.close();
    await backends.stop();
  }
}

interface RunOptions {
  readonly stores: readonly Store[];
  readonly github: GitHubEmulator;
  readonly time: SimulatedTime;
  readonly approved: readonly ApprovedImprovement[];
  readonly calls: number;
}

interface Run {
  readonly hours: number;
  readonly retries: number;
  readonly edits: ReadonlyMap<string, readonly string[]>;
  readonly versions: ReadonlyMap<string, number>;
}

async function ensureAll({ stores, github, time, approved, calls }: RunOptions): Promise<Run> {
  const random = createRandomStream('improve');
  const limits = createSimulatedLimits(time);
  const begun = time.clock.now();
  const edits = new Map<string, string[]>();
  const versions = new Map<string, number>();
  const order = random.shuffle(
    Array.from({ length: calls }, (_, call) => approved[call % approved.length] as ApprovedImprovement),
  );
  let next = 0;
  let retries = 0;

  async function work(store: Store): Promise<void> {
    const access = createProviderAccess({
      outbound: openOutboundConnections(['loopback']),
      limits,
      now: time.clock.now,
      wait: time.wait,
      retryAfterMs: 1,
    });
    const producer = { enqueue: async () => {}, enqueueMany: async () => {} } as never;
    const handlers = createHandlers({ store, producer, ...access, publicUrl: null, now: time.clock.now });
    for (let pattern = order[next++]; pattern !== undefined; pattern = order[next++]) {
      if (next % 1_000 === 0)
        process.stderr.write(`${next} of ${calls} calls, ${formatHours(begun)} simulated hours …\n`);
      await writeReportOrEditIssue(store, pattern);
      for (let attempt = 1; ; attempt += 1) {
        const signal = new AbortController().signal;
        const error = await handlers['ensure-issue']({ improvementId: pattern.improvementId }, signal).then(
          () => null,
          toAppError,
        );
        if (error === null) break;
        if (!error.retryable) throw error;
        retries += 1;
        await time.wait(delayOf(error, attempt, random.int(0, 999) / 1_000), signal);
      }
    }
  }

  /** Writes a new report of the pattern, or edits its issue below Refrain's section, each with the configured probability. */
  async function writeReportOrEditIssue(
    store: Store,
    { patternId, improvementId }: ApprovedImprovement,
  ): Promise<void> {
    if (random.chance(share.report)) {
      const version = (versions.get(patternId) ?? 0) + 1;
      versions.set(patternId, version);
      await storeVersionedReport(store, patternId, version);
    }
    if (!random.chance(share.edit)) return;
    // GitHub has no conditional write, so the lock prevents an edit between Refrain's read and its write.
    await store.improvements.withLock(improvementId, async () => {
      const { repository, issueNumber: number } = (await store.improvements.find(improvementId)) ?? {};
      if (repository == null || number == null) return;
      const text = `Ours ${(edits.get(patternId) ?? []).length} of ${patternId}.`;
      await github.act.issueEdited({ repository: repository.split('/')[1] ?? '', number, appended: `\n${text}\n` });
      edits.set(patternId, [...(edits.get(patternId) ?? []), text]);
    });
  }
  const formatHours = (since: number) => ((time.clock.now() - since) / hourInMs).toFixed(1);

  let isOver = false;
  const over = Promise.all(stores.map((store) => time.work(() => work(store)))).finally(() => {
    isOver = true;
  });
  // If a worker fails, this promise rejects. It is awaited below; until then the rejection must not count as unhandled.
  over.catch(() => undefined);
  // Simulated time advances only while a worker waits for it. It advances in small steps, because other workers may be busy a moment later.
  while (!isOver) await (time.clock.waiting() > 0 ? time.clock.advance(step) : sleep(1));
  await over;
  return { hours: Math.round(((time.clock.now() - begun) / hourInMs) * 10) / 10, retries, edits, versions };
}

function delayOf(error: AppError, attempt: number, random: number): number {
  const { retryAfterSeconds } = error.context;
  const retryAfter = typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null;
  return retryDelayMs(jobCatalogue['ensure-issue'].backoffMs, attempt, retryAfter, random);
}

interface Found {
  readonly issues: number;
  readonly duplicates: number;
  readonly lostUpdates: number;
}

function countIssues(
  github: GitHubEmulator,
  approved: readonly ApprovedImprovement[],
  { edits, versions }: Run,
): Found {
  const bodies = github.listRepositories().flatMap(({ issues }) => [...issues.values()].map(({ body }) => body));
  let [issues, duplicates, lostUpdates] = [0, 0, 0];
  for (const { patternId } of approved) {
    const issueBodies = bodies.filter((body) => body.includes(`<!-- refrain:pattern-${patternId} -->`));
    issues += issueBodies.length;
    duplicates += Math.max(0, issueBodies.length - 1);
    const [body = ''] = issueBodies;
    if (!body.includes(formatReportVersion(versions.get(patternId) ?? 0))) lostUpdates += 1;
    lostUpdates += (edits.get(patternId) ?? []).filter((text) => !body.includes(text)).length;
  }
  return { issues, duplicates, lostUpdates };
}
