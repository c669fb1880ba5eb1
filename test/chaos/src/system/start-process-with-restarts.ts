import type { ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { endBuiltProcess, type Ready, startBuiltProcess } from '@refrain/e2e/processes';

export interface ProcessEnvironment {
  readonly env?: Readonly<Record<string, string>>;
  /** Command prefix with which the process is started, for example in a network namespace. */
  readonly within?: readonly string[];
}

export interface RestartingProcess {
  /** Starts the process. Resolves when it is ready, possibly after several attempts. */
  start(environment?: ProcessEnvironment): Promise<Ready>;
  end(signal: NodeJS.Signals): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  pid(): number | null;
  /** Returns how often the process exited unexpectedly or failed to start. */
  countUnexpectedExits(): number;
}

const pauseMs = 1_000;

/** Runs one of Refrain's processes and restarts it whenever it exits unexpectedly. */
export function startProcessWithRestarts(
  role: string,
  settings: Readonly<Record<string, string>>,
  logFile: string,
): RestartingProcess {
  let child: ChildProcess | undefined;
  /** Counts the starts of the process, so that callbacks of an earlier start can be ignored. */
  let life = 0;
  let starting: Promise<unknown> = Promise.resolve();
  let ends = 0;

  async function launch({ env = {}, within = [] }: ProcessEnvironment) {
    const log = await open(logFile, 'a');
    try {
      return await startBuiltProcess(role, { ...settings, ...env }, log.fd, within);
    } finally {
      await log.close();
    }
  }
  async function run(mine: number, environment: ProcessEnvironment): Promise<Ready> {
    for (;;) {
      if (mine !== life) throw new Error(`${role} was stopped before it was ready`);
      try {
        const { child: started, ready } = await launch(environment);
        child = started;
        started.once('exit', () => {
          if (mine !== life) return;
          ends += 1;
          begin(mine, environment).catch(() => undefined);
        });
        return ready;
      } catch {
        ends += 1;
        await wait(pauseMs);
      }
    }
  }
  function begin(mine: number, environment: ProcessEnvironment): Promise<Ready> {
    const begun = run(mine, environment);
    starting = begun.catch(() => undefined);
    return begun;
  }
  return {
    start(environment = {}) {
      life += 1;
      return begin(life, environment);
    },
    async end(signal) {
      life += 1;
      await starting;
      await endBuiltProcess(child, signal);
    },
    signal: (signal) => void child?.kill(signal),
    pid: () => child?.pid ?? null,
    countUnexpectedExits: () => ends,
  };
}
