import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '@refrain/local';
import { createScratchDatabase } from '@refrain/store/testing';
import { cleanUpAfterTest } from '@refrain/store/under-test';
import { inject } from 'vitest';
import { endBuiltProcess, type Ready, signInAndCreateToken, startBuiltProcess } from './processes/index.ts';

export const root = join(import.meta.dirname, '../../..');

export const roles = ['api', 'ingest-worker', 'analysis-worker', 'improvement-worker'] as const;
export type Role = (typeof roles)[number];

export interface RunningRefrain {
  readonly url: string;
  readonly token: string;
  readonly databaseUrl: string;
  /** Returns the URL of a process's metrics; needs `REFRAIN_METRICS_PORT`. */
  operationsUrl(role: Role): string;
  readonly settings: Readonly<Record<string, string>>;
  createSignInUrl(): Promise<string>;
  /** Sends a request with the token. Throws an error with the response body for any status except 2xx. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  kill(role: Role): Promise<void>;
  start(role: Role): Promise<void>;
  /** Stops all processes before the end of the test or file, to save CPU time. */
  stop(): Promise<void>;
  waitUntilIdle(timeoutMs?: number): Promise<void>;
}

/**
 * Starts the four built processes with their own database and Redis prefix. They stop after the current test, or after the file if no test
 * is running.
 * @param output file descriptor for the processes' logs
 */
export async function startRefrain(
  env: Record<string, string> = {},
  output: number | 'inherit' = 'inherit',
): Promise<RunningRefrain> {
  const scratch = await createScratchDatabase(inject('databaseUrl'), inject('templateDatabase'));
  const processes = new Map<Role, ChildProcess>();
  const operationsUrls = new Map<Role, string>();
  const settings = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: scratch.databaseUrl,
    REDIS_URL: inject('redisUrl'),
    REDIS_PREFIX: `test-${randomUUID()}`,
    REFRAIN_ENCRYPTION_KEY: '07'.repeat(32),
    PORT: String(await findFreePort()),
    LOG_LEVEL: 'warn',
    // Allow connections to the loopback interface, on which the emulators listen.
    REFRAIN_PRIVATE_NETWORKS: 'loopback',
    ...env,
  };

  async function start(role: Role): Promise<Ready> {
    const { child, ready } = await startBuiltProcess(role, settings, output);
    processes.set(role, child);
    operationsUrls.set(role, ready.operationsUrl ?? '');
    return ready;
  }
  const kill = (role: Role, signal: NodeJS.Signals = 'SIGKILL') => endBuiltProcess(processes.get(role), signal);

  const stop = async () => void (await Promise.all(roles.map((role) => kill(role, 'SIGTERM'))));
  cleanUpAfterTest(async () => {
    await stop();
    await scratch.drop();
  });

  const ready = await start('api');
  await Promise.all(roles.filter((role) => role !== 'api').map(start));
  const { url = '' } = ready;
  const { token, ask } = await signInAndCreateToken(ready);

  return {
    url,
    token,
    databaseUrl: scratch.databaseUrl,
    settings,
    ask,
    operationsUrl: (role) => operationsUrls.get(role) ?? '',
    kill: (role) => kill(role),
    start: async (role) => void (await start(role)),
    stop,
    createSignInUrl: async () => (await ask<{ url: string }>('POST', '/v1/sign-in-links')).url,
    async waitUntilIdle(timeoutMs = 600_000) {
      const deadline = Date.now() + timeoutMs;
      for (let quiet = 0; quiet < 3; ) {
        const { busy } = await ask<{ busy: boolean }>('GET', '/v1/status');
        quiet = busy ? 0 : quiet + 1;
        if (Date.now() > deadline)
          throw new Error(
            `Refrain was still busy at the end of the timeout: ${JSON.stringify(await ask('GET', '/v1/status'))}`,
          );
        await wait(200);
      }
    },
  };
}
