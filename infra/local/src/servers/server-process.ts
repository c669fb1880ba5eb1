import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@refrain/domain';
import { endProcess, signalProcess } from './process-life.ts';
import { openProcessLog } from './process-log.ts';

export interface ServerCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly uid?: number;
  readonly gid?: number;
  /** Text for its standard input. */
  readonly input?: string;
  readonly logFile: string;
  /** The signal on which it ends without waiting for its clients. */
  readonly stopSignal: NodeJS.Signals;
  readonly startTimeoutMs: number;
}

export interface ServerProcess {
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts a server in a process group of its own, so that a Ctrl-C in the terminal does not reach it before its clients
 * have ended, and waits until `isReady` says yes.
 * @throws {AppError} `unavailable` with the last line of its log when it ends or does not get ready in time
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
  const lifeline = tieLife(pid, server.stopSignal);
  const stop = async () => {
    await endProcess(pid, server.stopSignal, 10_000);
    lifeline();
  };
  const deadline = Date.now() + server.startTimeoutMs;
  while (!(await isReady(pid))) {
    if (hasEnded() || Date.now() > deadline) {
      await stop();
      const reason = hasEnded() ? 'ended while starting' : `was not ready after ${server.startTimeoutMs / 1000} s`;
      const [lastLine = 'it said nothing'] = await log.lastLines(1);
      throw new AppError('unavailable', `${server.name} ${reason}: ${lastLine} (log: ${server.logFile})`);
    }
    await sleep(15);
  }
  child.unref();
  return { pid, stop };
}

/**
 * Ends `pid` when this process ends in whatever way, SIGKILL included: a shell waits at a pipe which only this process
 * holds open. Returns a function that unties the two.
 */
function tieLife(pid: number, signal: NodeJS.Signals): () => void {
  const script = 'while read -r _; do :; done; kill -s "$1" "$2"';
  const watcher: ChildProcess = spawn('/bin/sh', ['-c', script, 'sh', signal.replace('SIG', ''), String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => {});
  watcher.unref();
  const pipe = watcher.stdin as (NodeJS.WritableStream & { unref?: () => void }) | null;
  pipe?.unref?.();
  return () => {
    if (watcher.pid !== undefined) signalProcess(watcher.pid, 'SIGKILL');
  };
}
