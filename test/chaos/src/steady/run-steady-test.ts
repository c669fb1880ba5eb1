import { secondInMs } from '@refrain/domain';
import { createRandomStream, type RandomStream } from '@refrain/sample-org';
import { type ChaosEnvironment, openChaosEnvironment } from '../chaos/chaos-environment.ts';
import type { EmulatedCompany } from '../company/emulated-company.ts';
import { sendEvents } from '../company/send-events.ts';
import { allProcessRoles, type Role } from '../system/refrain-system.ts';
import { judgeMemoryGrowth, type MemoryJudgement, type MemorySample, readProcessMemory } from './memory.ts';

/**
 * Numbers of records among which all events are distributed. They are constant, so that growing data does not explain growing memory, and
 * large, so that no record's history becomes long enough to slow down the emulators and Refrain.
 */
const [issueCount, incidentCount] = [600, 600];

const incidentShare = 0.2;

export interface SteadyTestOptions {
  readonly seed: number;
  readonly perSecond: number;
  readonly minutes: number;
  readonly env: NodeJS.ProcessEnv;
  readonly print: (line: string) => void;
}

export interface SteadyTestResult {
  readonly events: number;
  /** Events per second that actually happened; fewer than requested if the machine is too slow. */
  readonly perSecond: number;
  /** Number of payloads that were not yet parsed at the end. */
  readonly waiting: number;
  readonly maxWaiting: number;
  readonly memory: Readonly<Record<string, MemoryJudgement>>;
}

const sampleEveryMs = 5 * secondInMs;
/** Share of the duration in which caches fill and code is compiled. Memory is not measured during this time. */
const warmUp = 0.3;

export async function runSteadyTest({
  perSecond,
  minutes,
  print,
  ...options
}: SteadyTestOptions): Promise<SteadyTestResult> {
  const world = await openChaosEnvironment({ ...options, history: 60, isBreakable: false, settings: {} });
  const watch = sampleMemory(world);
  try {
    const next = await createSteadyEvents(world.company, createRandomStream(`steady/${options.seed}`));
    const events = Math.round(perSecond * 60 * minutes);
    const startedAt = Date.now();
    await sendEvents({ events, perSecond, next, disturbances: [], random: createRandomStream('none'), print });
    const seconds = (Date.now() - startedAt) / secondInMs;
    print(`${events} events in ${Math.round(seconds)} s`);
    return {
      events,
      perSecond: Math.round(events / seconds),
      waiting: await world.store.inbox.countUnprocessed(),
      ...watch.judge(),
    };
  } finally {
    print('Stopping …');
    watch.stop();
    await world.close();
  }
}

function sampleMemory({ system, store }: ChaosEnvironment) {
  const samples = new Map<Role, MemorySample[]>(allProcessRoles.map((role) => [role, []]));
  const startedAt = Date.now();
  let maxWaiting = 0;

  async function look(): Promise<void> {
    for (const role of allProcessRoles) {
      const megabytes = readProcessMemory(system.pid(role) ?? 0);
      if (megabytes !== null) samples.get(role)?.push({ at: Date.now() - startedAt, megabytes });
    }
    maxWaiting = Math.max(maxWaiting, await store.inbox.countUnprocessed());
  }
  const timer = setInterval(() => void look().catch(() => undefined), sampleEveryMs);
  return {
    stop: () => clearInterval(timer),
    judge() {
      const from = warmUp * (Date.now() - startedAt);
      const judged = [...samples].map(
        ([role, all]) => [role, judgeMemoryGrowth(all.filter(({ at }) => at >= from))] as const,
      );
      return { maxWaiting, memory: Object.fromEntries(judged) as Record<Role, MemoryJudgement> };
    },
  };
}

/** Creates records at both providers and then only changes these records, so that only the number of stored payloads grows. */
async function createSteadyEvents(
  { github, pagerduty }: EmulatedCompany,
  random: RandomStream,
): Promise<(number: number) => Promise<unknown>> {
  const repositories = github.listRepositories().map(({ name }) => name);
  const services = [...new Set(pagerduty.listIncidents().map(({ serviceId }) => serviceId))];
  const issues = await Promise.all(
    Array.from({ length: issueCount }, async (_, at) => {
      const repository = repositories[at % repositories.length] ?? '';
      const title = `The queue of shard ${at} is full`;
      const { number } = await github.act.issueOpened({ repository, title, labels: ['incident'] });
      return { repository, number };
    }),
  );
  const incidents = await Promise.all(
    Array.from({ length: incidentCount }, async (_, at) => {
      const service = services[at % services.length] ?? '';
      const { id } = await pagerduty.act.openIncident({
        title: `Shard ${at} does not answer`,
        service,
        urgency: 'low',
      });
      return id;
    }),
  );
  return (number) => {
    if (random.chance(incidentShare)) {
      const priority = random.pick(['P1', 'P2', 'P3']);
      return pagerduty.act.setPriority({ id: random.pick(incidents), priority });
    }
    return github.act.issueEdited({ ...random.pick(issues), title: `The queue is full since event ${number}` });
  };
}
