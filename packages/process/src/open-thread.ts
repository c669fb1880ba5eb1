import { setTimeout } from 'node:timers/promises';
import { AppError } from '@refrain/domain';
import { Piscina } from 'piscina';
import { unwrapThreadResult } from './thread-function.ts';

export interface Thread {
  /**
   * Runs the script's function on the task, after the tasks before it.
   * @param options the name of the function, and a signal that aborts it by ending the thread
   * @throws {AppError} `unavailable` if too many tasks wait; `too_large` after the deadline; the error of the
   * `threadFunction`
   */
  run<Answer>(task: unknown, options?: Parameters<Piscina['run']>[1]): Promise<Answer>;
  close(): Promise<void>;
}

interface ThreadOptions extends NonNullable<ConstructorParameters<typeof Piscina>[0]> {
  /** The maximum number of waiting tasks; further ones are rejected. */
  readonly maxWaiting?: number;
  /** Ends a task, and the thread with it, that takes longer than this, in milliseconds; without a limit by default. */
  readonly deadlineMs?: number;
}

/** A caller behind more tasks would give up before its turn. */
const defaultMaxWaiting = 20;
const retryAfterSeconds = 5;

/** The time for a thread to load its script, in milliseconds. */
const loadedWithinMs = 10_000;

/**
 * Opens a thread that runs a compiled script, one task after the other. The thread starts with the first task, and
 * stays unless `idleTimeout` is given.
 * @param given further options for the pool of this one thread, such as `workerData`
 */
export function openThread(file: URL, options: ThreadOptions = {}): Thread {
  const { maxWaiting = defaultMaxWaiting, deadlineMs, ...poolOptions } = options;
  const pool = new Piscina({
    filename: file.href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    recordTiming: false,
    // Compiled code runs as compiled, whatever options this process has for finding sources.
    execArgv: [],
    ...poolOptions,
  });
  // The caller of a task gets its error. A thread that ends is replaced by a new one.
  pool.on('error', () => {});
  /** The threads that have loaded their script. */
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
        throw new AppError('too_large', `This took longer than ${deadlineMs / 1_000} s. Try again with less.`);
      }
    },
    async close() {
      // Node can crash when a thread is ended while it loads modules (seen with 20.20.2: "v8::Module::IsGraphAsync").
      const deadline = performance.now() + loadedWithinMs;
      while (pool.threads.length > loaded.size && performance.now() < deadline) await setTimeout(5);
      await pool.destroy();
    },
  };
}
