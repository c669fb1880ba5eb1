import { AppError } from '@refrain/domain';
import { Piscina } from 'piscina';

export interface Thread {
  /**
   * What the script's function makes of the task, once those before it are done. @param options which function, and a signal
   * that gives it up
   * @throws {AppError} `unavailable` where too many wait already
   */
  run<Answer>(task: unknown, options?: Parameters<Piscina['run']>[1]): Promise<Answer>;
  close(): Promise<void>;
}

interface ThreadOptions extends NonNullable<ConstructorParameters<typeof Piscina>[0]> {
  /** So many wait for the one that is worked on; who comes then is refused. */
  readonly mostWaiting?: number;
}

/** Whoever waited behind more would have gone away before it is their turn. */
const mostWaitingUnlessGiven = 20;
const retryAfterSeconds = 5;

/**
 * A thread that runs a script as it is built, one task after the other.
 * @param given what else the pool of this one thread is to know, such as `workerData`
 */
export function openThread(file: URL, { mostWaiting = mostWaitingUnlessGiven, ...given }: ThreadOptions = {}): Thread {
  const pool = new Piscina({
    filename: file.href,
    maxThreads: 1,
    recordTiming: false,
    // What is built runs as built, whatever this process was told of where to find sources.
    execArgv: [],
    ...given,
  });
  // Who asks is told. A thread that ends is replaced by one that knows nothing.
  pool.on('error', () => {});
  return {
    async run(task, options) {
      if (pool.queueSize >= mostWaiting) {
        throw new AppError('unavailable', 'Too many ask for this at once: ask again in a moment.', {
          context: { retryAfterSeconds },
        });
      }
      return pool.run(task, options);
    },
    close: () => pool.destroy(),
  };
}
