import { setTimeout } from 'node:timers/promises';
import { AppError } from '@refrain/domain';
import { Piscina } from 'piscina';
import { unwrapThreadResult } from './create-thread-function.ts';

export interface WorkerThread {
  /**
   * Runs the script's function on a task, after all earlier tasks.
   * @param options the name of the function, and a signal that aborts the task by ending the thread
   * @throws {AppError} `unavailable` if too many tasks wait, `too_large` if the task misses its deadline, and the
   * function's errors
   */
  run<Answer>(task: unknown, options?: Parameters<Piscina['run']>[1]): Promise<Answer>;
  close(): Promise<void>;
}

interface ThreadOptions<Script> extends Omit<NonNullable<ConstructorParameters<typeof Piscina>[0]>, 'name'> {
  /** The exported function of the script that runs each task; the default export if absent. */
  readonly name?: keyof Script & string;
  /** Maximum number of waiting tasks. Further tasks are rejected. */
  readonly maxWaiting?: number;
  /** Timeout in milliseconds, after which the task and its thread are terminated; none by default. */
  readonly deadlineMs?: number;
}

/** With more waiting tasks than this ahead of it, a task would start only after its caller had given up. */
const defaultMaxWaiting = 20;
const retryAfterSeconds = 5;

const loadTimeoutMs = 10_000;

/**
 * Opens a thread that runs a compiled script, one task after another. `Script` is the type of the script's module. The
 * thread starts with the first task, and stays alive unless `idleTimeout` is given.
 */
export function openWorkerThread<Script extends object>(file: URL, options: ThreadOptions<Script> = {}): WorkerThread {
  const { maxWaiting = defaultMaxWaiting, deadlineMs, ...poolOptions } = options;
  const pool = new Piscina({
    filename: file.href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    recordTiming: false,
    // The script is compiled, so the thread must not inherit Node options that are meant for TypeScript sources.
    execArgv: [],
    ...poolOptions,
  });
  // The error is ignored here, because the caller of the task gets it and the pool replaces a thread that has ended.
  pool.on('error', () => {});
  const loaded = new Set<unknown>();
  pool.on('workerCreate', (thread) => loaded.add(thread));
  pool.on('workerDestroy', (thread) => loaded.delete(thread));
  return {
    async run(task, options) {
      if (pool.queueSize >= maxWaiting) {
        throw new AppError('unavailable', 'Too many requests are running. Try again in a moment.', {
          context: { retryAfterSeconds },
        });
      }
      if (deadlineMs === undefined) return unwrapThreadResult(await pool.run(task, options));
      const deadline = AbortSignal.timeout(deadlineMs);
      const signal = options?.signal instanceof AbortSignal ? AbortSignal.any([options.signal, deadline]) : deadline;
      try {
        return unwrapThreadResult(await pool.run(task, { ...options, signal }));
      } catch (thrown) {
        if (!deadline.aborted || thrown instanceof AppError) throw thrown;
        throw new AppError('too_large', `The task took longer than ${deadlineMs / 1_000} s. Try again with less data.`);
      }
    },
    async close() {
      // Node can crash when a thread is ended while it loads modules (seen with 20.20.2: "v8::Module::IsGraphAsync").
      const deadline = performance.now() + loadTimeoutMs;
      while (pool.threads.length > loaded.size && performance.now() < deadline) await setTimeout(5);
      await pool.destroy();
    },
  };
}
