import type { ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { endBuilt, type Ready, startBuilt } from '@refrain/e2e/processes';

/** In which circumstances a process runs. */
export interface Circumstances {
  /** Settings beside its own. */
  readonly env?: Readonly<Record<string, string>>;
  /** A command that runs another in a place of its own. */
  readonly within?: readonly string[];
}

export interface KeptProcess {
  /** Resolves when it is ready, be it after several tries. */
  start(circumstances?: Circumstances): Promise<Ready>;
  /** Ends it, and it stays ended. */
  end(signal: NodeJS.Signals): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  pid(): number | null;
  /** How often it ended, or did not get ready, without having been told to. */
  countEnds(): number;
}

/** As a supervisor would wait before it starts a process again. */
const pauseMs = 1_000;

/** One of Refrain's processes with a supervisor: whenever it ends by itself it is started again. */
export function keepRunning(role: string, settings: Readonly<Record<string, string>>, logFile: string): KeptProcess {
  let child: ChildProcess | undefined;
  /** Of the present start: what belongs to a former one does nothing any more. */
  let life = 0;
  let starting: Promise<unknown> = Promise.resolve();
  let ends = 0;

  async function launch({ env = {}, within = [] }: Circumstances) {
    const log = await open(logFile, 'a');
    try {
      return await startBuilt(role, { ...settings, ...env }, log.fd, within);
    } finally {
      await log.close();
    }
  }
  async function run(mine: number, circumstances: Circumstances): Promise<Ready> {
    for (;;) {
      if (mine !== life) throw new Error(`${role} was ended while it started`);
      try {
        const { child: started, ready } = await launch(circumstances);
        child = started;
        started.once('exit', () => {
          if (mine !== life) return;
          ends += 1;
          begin(mine, circumstances).catch(() => undefined);
        });
        return ready;
      } catch {
        ends += 1;
        await wait(pauseMs);
      }
    }
  }
  function begin(mine: number, circumstances: Circumstances): Promise<Ready> {
    const begun = run(mine, circumstances);
    starting = begun.catch(() => undefined);
    return begun;
  }
  return {
    start(circumstances = {}) {
      life += 1;
      return begin(life, circumstances);
    },
    async end(signal) {
      life += 1;
      await starting;
      await endBuilt(child, signal);
    },
    signal: (signal) => void child?.kill(signal),
    pid: () => child?.pid ?? null,
    countEnds: () => ends,
  };
}
