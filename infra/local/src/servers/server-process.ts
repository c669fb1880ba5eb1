import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@refrain/domain';
import { endChildProcess } from './process-life.ts';
import { findStartFailureCause, openProcessLog } from './process-log.ts';
import type { RunningProcess } from './supervise-process.ts';

export interface ServerCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly uid?: number;
  readonly gid?: number;
  readonly input?: string;
  readonly logFile: string;
  /** Signal on which the server ends without waiting for its clients. */
  readonly stopSignal: NodeJS.Signals;
  readonly startTimeoutMs: number;
  /**
   * Describes the work of a server that is not ready in time, such as `still recovering from its log`; null if unknown.
   */
  readonly describeProgress?: (pid: number) => Promise<string | null>;
  /** Called with a message each time the start timeout is extended. */
  readonly print?: ((line: string) => void) | undefined;
  /** Milliseconds that the server may take to end before it is killed; 10 s by default. */
  readonly stopTimeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** Called after the server was stopped, but not if it ended by itself. */
  readonly onStopped?: () => Promise<void>;
}

export interface ServerProcess extends RunningProcess {
  readonly pid: number;
}

const defaultStopTimeoutMs = 10_000;
const linesSearched = 50;

/**
 * Starts a server and waits until `isReady` returns true. The server has a process group of its own, so that a Ctrl-C in the terminal
 * does not reach it before its clients have ended.
 * @throws {AppError} `unavailable` with the cause from the server's log if the server ends or is not ready in time
 */
export async function startServer(
  server: ServerCommand,
  isReady: (pid: number) => Promise<boolean>,
): Promise<ServerProcess> {
  const log = openProcessLog(server.logFile);
  const child = spawn(server.command, [...server.args], {
    cwd: server.cwd,
    env: { ...server.env },
    detached: true,
    stdio: ['pipe', log.descriptor, log.descriptor],
    ...(server.uid === undefined ? {} : { uid: server.uid }),
    ...(server.gid === undefined ? {} : { gid: server.gid }),
  });
  log.close();
  let failure: Error | null = null;
  child.once('error', (error) => {
    failure = error;
  });
  const hasEnded = () => failure !== null || child.exitCode !== null || child.signalCode !== null;
  child.stdin?.on('error', () => {});
  child.stdin?.end(server.input ?? '');
  const { pid } = child;
  if (pid === undefined) {
    await sleep(0);
    throw new AppError('unavailable', `${server.name} cannot be started from ${server.command}`, { cause: failure });
  }
  const releaseWatchdog = startWatchdog(pid, server.stopSignal);
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      // End the watchdog now. Otherwise it could kill another program to which the system gives this process id.
      releaseWatchdog();
      resolve(String(signal ?? code));
    });
  });
  const end = () => endChildProcess(child, ended, server.stopSignal, server.stopTimeoutMs ?? defaultStopTimeoutMs);
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= end().then(() => server.onStopped?.());
    return stopping;
  };
  const kill = () => void child.kill('SIGKILL');
  let deadline = Date.now() + server.startTimeoutMs;
  while (!(await isReady(pid))) {
    if (server.signal?.aborted) {
      await stop();
      throw server.signal.reason;
    }
    const work = !hasEnded() && Date.now() > deadline ? ((await server.describeProgress?.(pid)) ?? null) : null;
    if (work !== null) {
      server.print?.(`${server.name} is ${work} (log: ${server.logFile})`);
      deadline = Date.now() + server.startTimeoutMs;
    }
    if (hasEnded() || Date.now() > deadline) {
      const reason = hasEnded() ? 'ended while starting' : `was not ready after ${server.startTimeoutMs / 1000} s`;
      await end();
      const cause = findStartFailureCause(await log.lastLines(linesSearched)) ?? 'it logged nothing';
      throw new AppError('unavailable', `${server.name} ${reason}: ${cause} (log: ${server.logFile})`);
    }
    await sleep(15);
  }
  child.unref();
  return { pid, ended, stop, kill, lastLines: (count) => log.lastLines(count) };
}

/**
 * Starts a shell that ends `pid` when this process ends, even by SIGKILL: only this process holds the shell's input open. Returns a
 * function that ends the shell.
 */
function startWatchdog(pid: number, signal: NodeJS.Signals): () => void {
  const script = 'while read -r _; do :; done; kill -s "$1" "$2"';
  const watchdog = spawn('/bin/sh', ['-c', script, 'sh', signal.replace('SIG', ''), String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.on('error', () => {});
  watchdog.unref();
  const pipe = watchdog.stdin as (NodeJS.WritableStream & { unref?: () => void }) | null;
  pipe?.unref?.();
  return () => void watchdog.kill('SIGKILL');
}
