import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createNodeOptions, findProcessScript } from '@refrain/local';
import type { PostgresAndRedis } from '@refrain/year/simulation';

export interface StartedProcess {
  readonly url: string;
  readonly ready: { readonly url?: string; readonly seconds?: number };
  readonly child: ChildProcess;
  /** Returns the process's resource usage so far; null if the system does not report it. */
  usage(): Usage | null;
  stop(): Promise<void>;
}

export interface Usage {
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

/** A key of 32 bytes. A fixed key is safe, because only this run reads the records. */
export const benchEncryptionKey = Buffer.alloc(32, 7);
export const benchRedisPrefix = `bench-${randomUUID()}`;

interface ProcessOptions {
  /** Folder for the process's CPU profile, which `chrome://inspect` can open; null to record none. */
  readonly profileFolder?: string | null;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts one of Refrain's built processes with production settings. */
export function startProcess(
  name: string,
  { databaseUrl, redisUrl }: PostgresAndRedis,
  { profileFolder = null, env = {} }: ProcessOptions = {},
): Promise<StartedProcess> {
  return startScript(
    findProcessScript(name),
    {
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      REDIS_PREFIX: benchRedisPrefix,
      REFRAIN_ENCRYPTION_KEY: benchEncryptionKey.toString('hex'),
      PORT: '0',
      LOG_LEVEL: 'warn',
      // Turn off the configured limits, because the benchmark measures how much the processes can do.
      REFRAIN_REQUESTS_PER_USER: '0',
      REFRAIN_COSTLY_REQUESTS_PER_USER: '0',
      REFRAIN_WEBHOOKS_PER_CONNECTION: '0',
      REFRAIN_PRIVATE_NETWORKS: 'loopback',
      ...env,
    },
    [...createNodeOptions(name), ...(profileFolder === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`])],
  );
}

/** Waits for the ready message. Before that message, the API may report its progress. */
function untilReady(child: ChildProcess): Promise<StartedProcess['ready']> {
  return new Promise((resolve) => {
    child.on('message', (message: object) => {
      if (!('busy' in message)) resolve(message as StartedProcess['ready']);
    });
  });
}

export async function startScript(
  script: string,
  env: Readonly<Record<string, string>> = {},
  nodeOptions: readonly string[] = [],
): Promise<StartedProcess> {
  const child = spawn(process.execPath, [...nodeOptions, script], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const ready = await Promise.race([
    untilReady(child),
    ended.then(([code]) =>
      Promise.reject(new Error(`${script} exited with ${code} before it was ready. See its output above.`)),
    ),
  ]);
  return {
    ready,
    url: ready.url ?? '',
    child,
    usage: () => readUsage(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Linux counts CPU time in hundredths of a second (proc(5)). */
const ticksPerSecond = 100;

function readUsage(pid: number): Usage | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
      peakMb: Math.round(Number(peak) / 1_024),
    };
  } catch {
    return null;
  }
}
