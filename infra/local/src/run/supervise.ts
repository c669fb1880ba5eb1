import { type ChildProcess, fork } from 'node:child_process';
import { AppError } from '@refrain/domain';
import { endProcess, signalProcess } from '../servers/process-life.ts';
import { openProcessLog, type ProcessLog } from '../servers/process-log.ts';

export interface ProcessPlan {
  readonly name: string;
  /** The file that node runs. */
  readonly entry: string;
  readonly args?: readonly string[];
  /** For node itself. */
  readonly nodeOptions?: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
}

export interface SupervisedProcess {
  /** What it told when it was ready the first time. */
  readonly ready: Readonly<Record<string, unknown>>;
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;
const stopTimeoutMs = 15_000;
const longestPauseMs = 30_000;
/** A process that ran this long is taken as healthy: the next crash is restarted at once again. */
const healthyAfterMs = 60_000;

/**
 * Starts a process and keeps it running: after a crash it is started again, with pauses that double from one second to
 * thirty. It has an IPC channel, whose end tells it to end, and a process group of its own.
 * @param say is told of each crash, with the last lines that it logged
 * @throws {AppError} `unavailable` when it does not get ready at first
 */
export async function superviseProcess(plan: ProcessPlan, say: (line: string) => void): Promise<SupervisedProcess> {
  let stopping = false;
  let pauseMs = 1_000;
  let timer: NodeJS.Timeout | undefined;
  let { child, log } = launch(plan);
  let startedAt = Date.now();
  const watch = () => {
    child.once('exit', async (code, signal) => {
      if (stopping) return;
      if (child.pid !== undefined) signalProcess(-child.pid, 'SIGKILL');
      if (Date.now() - startedAt > healthyAfterMs) pauseMs = 1_000;
      const pause = pauseMs;
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      say(`${plan.name} ended (${signal ?? code}); starting it again in ${pause / 1000} s.`);
      for (const line of await log.lastLines(5)) say(`  ${line}`);
      if (stopping) return;
      timer = setTimeout(() => {
        ({ child, log } = launch(plan));
        startedAt = Date.now();
        watch();
      }, pause);
    });
  };
  const stop = async () => {
    stopping = true;
    clearTimeout(timer);
    await endChild(child);
  };
  try {
    const ready = await waitUntilReady({ child, log }, plan);
    watch();
    return { ready, stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

interface Launched {
  readonly child: ChildProcess;
  readonly log: ProcessLog;
}

function launch(plan: ProcessPlan): Launched {
  const log = openProcessLog(plan.logFile);
  try {
    const child = fork(plan.entry, [...(plan.args ?? [])], {
      cwd: plan.cwd,
      env: { ...plan.env },
      execArgv: [...(plan.nodeOptions ?? [])],
      detached: true,
      stdio: ['ignore', log.descriptor, log.descriptor, 'ipc'],
    });
    child.on('error', () => {});
    return { child, log };
  } finally {
    log.close();
  }
}

function waitUntilReady({ child, log }: Launched, plan: ProcessPlan): Promise<Readonly<Record<string, unknown>>> {
  return new Promise((resolve, reject) => {
    const fail = async (what: string) => {
      clearTimeout(timeout);
      const lines = await log.lastLines(5);
      reject(new AppError('unavailable', [`${plan.name} ${what} (log: ${plan.logFile})`, ...lines].join('\n  ')));
    };
    const onExit = (code: number | null, signal: string | null) =>
      void fail(`ended while starting (${signal ?? code})`);
    const timeout = setTimeout(() => {
      child.off('exit', onExit);
      void fail(`was not ready after ${startTimeoutMs / 1000} s`);
    }, startTimeoutMs);
    child.once('exit', onExit);
    child.once('error', (error) => void fail(`cannot be started: ${error.message}`));
    child.on('message', (message) => {
      if (typeof message !== 'object' || message === null || !('ready' in message)) return;
      clearTimeout(timeout);
      child.off('exit', onExit);
      resolve({ ...message });
    });
  });
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await Promise.race([gone, endProcess(child.pid, 'SIGTERM', stopTimeoutMs)]);
    await gone;
  }
  signalProcess(-child.pid, 'SIGKILL');
}
