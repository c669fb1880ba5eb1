import { type ChildProcess, fork } from 'node:child_process';
import { AppError } from '@refrain/domain';
import { endChildProcess, sendSignal } from '../servers/process-life.ts';
import { openProcessLog } from '../servers/process-log.ts';
import type { RunningProcess } from '../servers/supervise-process.ts';

export interface NodeProcessOptions {
  readonly name: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly nodeOptions?: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** Whether the script answers the message `ping` with `pong`, as all processes of the platform do. */
  readonly respondsToPing?: boolean;
  /** Called every 60 s while the process reports that it is busy and not ready yet. */
  readonly print?: (line: string) => void;
  /** Passes connections of the API's port to the process once it is ready; absent for a process that opens its own port or none. */
  readonly connections?: { passTo(child: ChildProcess): void };
}

export interface NodeProcess extends RunningProcess {
  readonly ready: Readonly<Record<string, unknown>>;
}

const defaultStartTimeoutMs = 60_000;
const stopTimeoutMs = 15_000;
const linesReported = 5;

/**
 * Starts a script in a process group of its own and waits for its ready message. The script ends when the IPC channel closes.
 * @throws {AppError} `unavailable` with the last log lines if the script ends or is not ready within 60 s, not counting the time
 * during which it reports that it is busy
 */
export async function startNodeProcess(
  plan: NodeProcessOptions,
  signal?: AbortSignal,
  startTimeoutMs = defaultStartTimeoutMs,
): Promise<NodeProcess> {
  const log = openProcessLog(plan.logFile);
  const child = fork(plan.entry, [...(plan.args ?? [])], {
    cwd: plan.cwd,
    env: { ...plan.env },
    execArgv: [...(plan.nodeOptions ?? [])],
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor, 'ipc'],
  });
  log.close();
  const ended = untilEnded(child);
  const stop = () => endChildProcess(child, ended, 'SIGTERM', stopTimeoutMs);
  const kill = () => void child.kill('SIGKILL');
  const fail = async (problem: string): Promise<never> => {
    await stop();
    const lines = await log.lastLines(linesReported);
    throw new AppError('unavailable', [`${plan.name} ${problem} (log: ${plan.logFile})`, ...lines].join('\n  '));
  };

  const givenUp = new AbortController();
  let busy: string | null = null;
  const timeout = setInterval(() => {
    if (busy === null) givenUp.abort();
    else plan.print?.(`${plan.name} is still ${busy} (log: ${plan.logFile})`);
  }, startTimeoutMs);
  child.on('message', (message) => {
    if (typeof message !== 'object' || message === null || !('busy' in message)) return;
    busy = typeof message.busy === 'string' ? message.busy : null;
    timeout.refresh();
  });
  const limit = signal === undefined ? givenUp.signal : AbortSignal.any([signal, givenUp.signal]);
  const outcome = await Promise.race([untilReady(child), ended, untilAborted(limit)]);
  clearInterval(timeout);
  if (outcome === null) {
    if (givenUp.signal.aborted) return fail(`was not ready after ${startTimeoutMs / 1000} s`);
    await stop();
    throw signal?.reason;
  }
  if (typeof outcome === 'string') return fail(`ended while starting (${outcome})`);
  plan.connections?.passTo(child);
  return {
    ready: outcome,
    ended,
    stop,
    kill,
    lastLines: (count) => log.lastLines(count),
    ...(plan.respondsToPing ? { isHealthy: (timeoutMs: number) => ping(child, timeoutMs) } : {}),
  };
}

/** Returns whether a process answers in time, which shows that its event loop is not blocked. */
function ping(child: ChildProcess, timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (isAnswered: boolean) => {
      clearTimeout(timer);
      child.off('message', onMessage);
      resolve(isAnswered);
    };
    const onMessage = (message: unknown) => {
      if (message === 'pong') finish(true);
    };
    const timer = setTimeout(() => finish(false), timeoutMs);
    child.on('message', onMessage);
    // The channel of a process that has ended is closed, so the process cannot be pinged.
    if (child.connected) child.send('ping', (problem) => problem !== null && finish(false));
  });
}

function untilEnded(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      if (child.pid === undefined) resolve(error.message);
    });
    child.once('exit', (code, signal) => {
      // Killing the process group also ends the processes that the script started.
      if (child.pid !== undefined) sendSignal(-child.pid, 'SIGKILL');
      resolve(String(signal ?? code));
    });
  });
}

function untilReady(child: ChildProcess): Promise<Readonly<Record<string, unknown>>> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'ready' in message) resolve({ ...message });
    });
  });
}

function untilAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
