import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Shutdown {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** The exit code of an interrupted start: 128 and the number of the signal; null while none has come. */
  exitCode(): number | null;
  /** Keeps what must be stopped; the last one is stopped first. */
  defer(stop: () => Promise<void>): void;
  /** Stops all that is deferred, each once, whatever the others do. */
  stopAll(): Promise<void>;
  /** Resolves at the first signal. */
  requested(): Promise<void>;
}

/** Turns SIGINT, SIGTERM and SIGHUP into one orderly stop; more of them change nothing, so a second Ctrl-C does no harm. */
export function listenForShutdown(onProblem: (problem: unknown) => void): Shutdown {
  const controller = new AbortController();
  const stops: (() => Promise<void>)[] = [];
  let code: number | null = null;
  for (const name of signals) {
    process.on(name, () => {
      code ??= 128 + constants.signals[name];
      controller.abort(new Error(`stopped by ${name}`));
    });
  }
  return {
    signal: controller.signal,
    exitCode: () => code,
    defer: (stop) => void stops.push(stop),
    requested: () =>
      new Promise((resolve) => {
        if (controller.signal.aborted) resolve();
        controller.signal.addEventListener('abort', () => resolve(), { once: true });
      }),
    stopAll: async () => {
      for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop().catch(onProblem);
    },
  };
}
