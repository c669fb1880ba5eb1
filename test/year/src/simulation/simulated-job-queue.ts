import { toAppError } from '@refrain/domain';
import { type JobName, jobCatalogue } from '@refrain/jobs';
import type { SimulatedTime } from './simulated-time.ts';

export interface Job {
  readonly name: JobName;
  readonly payload: unknown;
  readonly attempt: number;
}

type Handle = (payload: unknown, signal: AbortSignal) => Promise<void>;
export type SimulatedJobHandlers = Readonly<Partial<Record<JobName, Handle>>>;

export interface SimulatedJobQueue {
  /** Adds a job. `delayMs` overrides the delay that the catalogue of jobs specifies. */
  add(job: Job, delayMs?: number): void;
  start(handles: SimulatedJobHandlers): void;
  isIdle(): boolean;
  drained(): Promise<void>;
}

export interface SimulatedJobQueueOptions {
  readonly time: SimulatedTime;
  readonly concurrency: number;
  readonly stopped: AbortSignal;
  readonly onFailure: (name: JobName, message: string) => void;
}

/** Creates an in-process queue in simulated time, with the order, deduplication keys, delays and retries of the real queue. */
export function createSimulatedJobQueue({
  time,
  concurrency,
  stopped,
  onFailure,
}: SimulatedJobQueueOptions): SimulatedJobQueue {
  const [first, later]: [Job[], Job[]] = [[], []];
  const known = new Set<string>();
  const active = new Set<string>();
  const again = new Map<string, Job>();
  const running = new Set<Promise<void>>();
  let handles: SimulatedJobHandlers | null = null;
  let delayed = 0;

  const keyOf = ({ name, payload }: Job): string =>
    `${name}/${(jobCatalogue[name].dedupe as (payload: unknown) => string)(payload)}`;

  function add(job: Job, delayMs = jobCatalogue[job.name].debounceMs ?? 0): void {
    if (stopped.aborted) return;
    const key = keyOf(job);
    if (active.has(key)) again.set(key, job);
    if (active.has(key) || known.has(key)) return;
    known.add(key);
    after(delayMs, job);
  }
  function after(ms: number, job: Job): void {
    const put = (): void => {
      (jobCatalogue[job.name].yields === true ? later : first).push(job);
      next();
    };
    if (ms === 0) {
      put();
      return;
    }
    delayed += 1;
    void time.clock.wait(ms, stopped).then((elapsed) => {
      delayed -= 1;
      if (elapsed) put();
    });
  }
  function next(): void {
    while (handles !== null && running.size < concurrency && !stopped.aborted) {
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
    let repeat: Job | null = null;
    try {
      await handles?.[job.name]?.(job.payload, stopped);
    } catch (thrown) {
      const error = toAppError(thrown);
      onFailure(job.name, error.message);
      const { attempts, backoffMs } = jobCatalogue[job.name];
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

  return {
    add,
    start(newHandlers) {
      handles = newHandlers;
      next();
    },
    isIdle: () => running.size + first.length + later.length + delayed === 0,
    async drained() {
      await Promise.allSettled(running);
    },
  };
}
