import { minuteInMs, secondInMs } from '@refrain/domain';
import { createRandom } from '@refrain/sample-org';
import { createStore } from '@refrain/store';
import { createScratchDatabase } from '@refrain/store/testing';
import { connectCompany } from '../company/connected.ts';
import { startEmulatedCompany } from '../company/emulated-company.ts';
import { sendEvents } from '../company/send-events.ts';
import { startMachine } from '../system/machine.ts';
import { allRoles, startSystem } from '../system/system.ts';
import { judgeMemory, type MemoryJudgement, type MemorySample, readMemory } from './memory.ts';
import { createSteadyEvents } from './steady-events.ts';

export interface SteadyOptions {
  readonly seed: number;
  readonly perSecond: number;
  readonly minutes: number;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
}

export interface SteadyResult {
  readonly events: number;
  /** Those that came about a second: fewer than were asked for where the machine cannot do more. */
  readonly perSecond: number;
  /** Payloads that are not read yet at the end, and the most of them at any moment. */
  readonly waiting: number;
  readonly mostWaiting: number;
  readonly memory: Readonly<Record<string, MemoryJudgement>>;
}

const encryptionKey = Buffer.alloc(32, 7);
const sampleEveryMs = 5 * secondInMs;
/** Of the time, in which caches fill and the compiler has its say. */
const warmUp = 0.3;

/** A steady stream of events, while the memory of each process is watched. */
export async function runSteady({ seed, perSecond, minutes, env, say }: SteadyOptions): Promise<SteadyResult> {
  const stops: (() => unknown)[] = [];
  try {
    const machine = await startMachine(env);
    stops.push(machine.stop);
    const company = await startEmulatedCompany({ seed, history: 60, isLimited: false });
    stops.push(company.close);
    const { databaseUrl } = await createScratchDatabase(machine.postgres.url);
    const urls = { databaseUrl, redisUrl: machine.redis.url };
    const system = await startSystem({ roles: allRoles, ...urls, encryptionKey, logFolder: machine.folder, env: {} });
    stops.push(system.stop);
    const store = createStore({ databaseUrl, encryptionKey, poolSize: 2, applicationName: 'refrain-chaos' });
    stops.push(store.close);
    await connectCompany(company, system);
    const next = await createSteadyEvents(company, createRandom(`steady/${seed}`));

    const samples = new Map<string, MemorySample[]>(allRoles.map((role) => [role, []]));
    const startedAt = Date.now();
    let mostWaiting = 0;
    async function sample(): Promise<void> {
      for (const role of allRoles) {
        const megabytes = readMemory(system.pid(role) ?? 0);
        if (megabytes !== null) samples.get(role)?.push({ at: Date.now() - startedAt, megabytes });
      }
      mostWaiting = Math.max(mostWaiting, await store.inbox.countUnprocessed());
    }
    const timer = setInterval(() => void sample().catch(() => undefined), sampleEveryMs);
    stops.push(() => clearInterval(timer));
    const wanted = Math.round(perSecond * 60 * minutes);
    await sendEvents({ events: wanted, perSecond, next, troubles: [], random: createRandom('none'), say });
    const seconds = (Date.now() - startedAt) / secondInMs;
    const from = warmUp * (Date.now() - startedAt);
    const memory = [...samples].map(([role, all]) => [role, judgeMemory(all.filter(({ at }) => at >= from))] as const);
    say(`${wanted} events in ${Math.round(seconds)} s of ${(minutes * minuteInMs) / secondInMs}`);
    return {
      events: wanted,
      perSecond: Math.round(wanted / seconds),
      waiting: await store.inbox.countUnprocessed(),
      mostWaiting,
      memory: Object.fromEntries(memory),
    };
  } finally {
    say('Stopping …');
    for (const stop of stops.toReversed()) await stop();
  }
}
