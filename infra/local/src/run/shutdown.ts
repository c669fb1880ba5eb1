import { constants } from 'node:os';
import type { AppError } from '@refrain/domain';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Shutdown {
  /** Aborted by the first signal, and by `fail`. */
  readonly signal: AbortSignal;
  /** Returns the exit code of an interrupted start: 128 plus the number of the signal. Null if no signal arrived. */
  exitCode(): number | null;
  /** Stops the run: the promise `requested` rejects with this error. Does nothing after a signal. */
  fail(error: AppError): void;
  /** Registers a stop function; the last one registered runs first. */
  defer(stop: () => Promise<void>): void;
  /** Registers a group of concurrent stop functions. Returns a function that adds to the group. */
  deferTogether(): (stop: () => Promise<void>) => void;
  /** Runs all registered stop functions, each exactly once, even if one of them fails. */
  stopAll(): Promise<void>;
  /** Resolves at the first signal. */
  requested(): Promise<void>;
}

/** Turns SIGINT, SIGTERM and SIGHUP into one orderly stop. Further signals change nothing, so a second Ctrl-C does no harm. */
export function listenForShutdown(onProblem: (problem: unknown) => void): Shutdown {
  const controller = new AbortController();
  const { signal } = controller;
  const stops: (() => Promise<void>)[] = [];
  let code: number | null = null;
  let failure: AppError | null = null;
  for (const name of signals) {
    process.on(name, () => {
      code ??= 128 + constants.signals[name];
      controller.abort(new Error(`Stopped by ${name}`));
    });
  }
  return {
    signal,
    exitCode: () => code,
    fail(error) {
      if (signal.aborted) return;
      failure = error;
      controller.abort(error);
    },
    defer: (stop) => void stops.push(stop),
    deferTogether() {
      const group: (() => Promise<void>)[] = [];
      stops.push(async () => {
        const outcomes = await Promise.allSettled(group.map((stop) => stop()));
        for (const outcome of outcomes) if (outcome.status === 'rejected') onProblem(outcome.reason);
      });
      return (stop) => void group.push(stop);
    },
    requested: () =>
      new Promise((resolve, reject) => {
        const settle = () => (failure === null ? resolve() : reject(failure));
        if (signal.aborted) settle();
        else signal.addEventListener('abort', settle, { once: true });
      }),
    stopAll: async () => {
      for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop().catch(onProblem);
    },
  };
}
