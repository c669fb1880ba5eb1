import { setMaxListeners } from 'node:events';
import { toAppError } from '@refrain/domain';
import { catalogue, type HandlersFor, type JobName, type JobPayload, type Producer } from '@refrain/jobs';
import type { SimulatedTime } from './simulated-time.ts';

interface Job {
  readonly name: JobName;
  readonly payload: unknown;
  readonly attempt: number;
}

export interface SimulatedQueue {
  readonly producer: Producer;
  /** Runs what is asked for from now on. */
  start(handlers: HandlersFor<'ingest'>): void;
  /** Whether nothing runs, waits or is delayed. */
  isIdle(): boolean;
  /** Messages of the errors that jobs ended with, and how often. */
  failures(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** The ingest queue in one process and in simulated time: its order, its one job per key, its delays and its further tries. */
export function createSimulatedQueue(time: SimulatedTime, atATime: number): SimulatedQueue {
  const { clock } = time;
  const stopped = new AbortController();
  setMaxListeners(0, stopped.signal);
  const [first, later]: [Job[], Job[]] = [[], []];
  const known = new Set<string>();
  const active = new Set<string>();
  const again = new Map<string, Job>();
  const running = new Set<Promise<void>>();
  const failed = new Map<string, number>();
  let handlers: HandlersFor<'ingest'> | null = null;
  let delayed = 0;

  const keyOf = ({ name, payload }: Job): string =>
    `${name}/${(catalogue[name].dedupe as (payload: unknown) => string)(payload)}`;

  function add(job: Job): void {
    if (stopped.signal.aborted || catalogue[job.name].queue !== 'ingest') return;
    const key = keyOf(job);
    if (active.has(key)) again.set(key, job);
    if (active.has(key) || known.has(key)) return;
    known.add(key);
    after(catalogue[job.name].debounceMs ?? 0, job);
  }
  function after(ms: number, job: Job): void {
    const put = (): void => {
      (catalogue[job.name].yields === true ? later : first).push(job);
      next();
    };
    if (ms === 0) {
      put();
      return;
    }
    delayed += 1;
    void clock.wait(ms, stopped.signal).then((elapsed) => {
      delayed -= 1;
      if (elapsed) put();
    });
  }
  function next(): void {
    while (handlers !== null && running.size < atATime && !stopped.signal.aborted) {
      const job = first.shift() ?? later.shift();
      if (job === undefined) return;
      const run = time
        .work(() => work(job))
        .then(() => {
          running.delete(run);
          next();
        });
      running.add(run);
    }
  }
  async function work(job: Job): Promise<void> {
    const key = keyOf(job);
    known.delete(key);
    active.add(key);
    const handle = handlers?.[job.name as keyof HandlersFor<'ingest'>] as
      | ((payload: unknown, signal: AbortSignal) => Promise<void>)
      | undefined;
    let repeat: Job | null = null;
    try {
      await handle?.(job.payload, stopped.signal);
    } catch (thrown) {
      const error = toAppError(thrown);
      const text = `${job.name}: ${error.message.replace(/\d+/gu, 'N')}`;
      failed.set(text, (failed.get(text) ?? 0) + 1);
      const { attempts, backoffMs } = catalogue[job.name];
      const seconds = error.context.retryAfterSeconds;
      if (error.retryable && job.attempt < attempts) {
        repeat = { ...job, attempt: job.attempt + 1 };
        known.add(key);
        after(typeof seconds === 'number' ? seconds * 1_000 : backoffMs * 2 ** job.attempt, repeat);
      }
    }
    active.delete(key);
    const waiting = again.get(key);
    again.delete(key);
    if (waiting !== undefined && repeat === null) add(waiting);
  }

  async function enqueueMany<Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[]): Promise<void> {
    for (const payload of payloads) add({ name, payload, attempt: 1 });
  }
  return {
    producer: {
      enqueueMany,
      enqueue: (name, payload) => enqueueMany(name, [payload]),
      async schedule(name, everyMs) {
        while (await clock.wait(everyMs, stopped.signal)) add({ name, payload: {}, attempt: 1 });
      },
      counts: () => Promise.reject(new Error('The simulation has one queue')),
      ping: async () => {},
      close: async () => {},
    },
    start(given) {
      handlers = given;
      next();
    },
    isIdle: () => running.size + first.length + later.length + delayed === 0,
    failures: () => failed,
    async stop() {
      stopped.abort();
      await Promise.allSettled(running);
    },
  };
}
