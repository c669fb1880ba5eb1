import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Ask, signInAndCreateToken } from '@refrain/e2e/processes';
import { findFreePort } from '@refrain/local';
import { type ProcessEnvironment, startProcessWithRestarts } from './start-process-with-restarts.ts';

export const allProcessRoles = ['api', 'ingest-worker', 'analysis-worker', 'improvement-worker'] as const;
export type Role = (typeof allProcessRoles)[number];

export interface RefrainSystemOptions {
  /** The processes to run; must include the API. */
  readonly roles: readonly Role[];
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly encryptionKey: Buffer;
  readonly logFolder: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface RefrainSystem {
  readonly ask: Ask;
  readonly url: string;
  readonly token: string;
  start(role: Role, environment?: ProcessEnvironment): Promise<void>;
  /** Kills the process to simulate a crash. It stays down until `start` is called. */
  kill(role: Role): Promise<void>;
  /** Suspends a process with `SIGSTOP` and resumes it with `SIGCONT`. */
  signal(role: Role, signal: 'SIGSTOP' | 'SIGCONT'): void;
  pid(role: Role): number | null;
  /** Returns how often processes exited unexpectedly or failed to start. */
  countUnexpectedExits(): number;
  stop(): Promise<void>;
}

export async function startRefrainSystem({
  roles,
  env,
  logFolder,
  encryptionKey,
  ...urls
}: RefrainSystemOptions): Promise<RefrainSystem> {
  const port = await findFreePort();
  const settings = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    DATABASE_URL: urls.databaseUrl,
    REDIS_URL: urls.redisUrl,
    REDIS_PREFIX: `chaos-${randomUUID()}`,
    REFRAIN_ENCRYPTION_KEY: encryptionKey.toString('hex'),
    REFRAIN_PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    // Allow connections to the loopback interface, on which the emulators listen.
    REFRAIN_PRIVATE_NETWORKS: 'loopback',
    ...env,
  };
  const processes = new Map(
    roles.map((role) => [role, startProcessWithRestarts(role, settings, join(logFolder, `${role}.log`))] as const),
  );
  function processOf(role: Role) {
    const found = processes.get(role);
    if (found === undefined) throw new Error(`${role} is not among the started processes`);
    return found;
  }
  const stop = async () => void (await Promise.all([...processes.values()].map((found) => found.end('SIGTERM'))));

  try {
    const ready = await processOf('api').start();
    await Promise.all(roles.filter((role) => role !== 'api').map((role) => processOf(role).start()));
    const { ask, token } = await signInAndCreateToken(ready);
    return {
      ask,
      token,
      url: ready.url ?? '',
      start: async (role, environment) => void (await processOf(role).start(environment)),
      kill: (role) => processOf(role).end('SIGKILL'),
      signal: (role, signal) => processOf(role).signal(signal),
      pid: (role) => processOf(role).pid(),
      countUnexpectedExits: () => [...processes.values()].reduce((sum, found) => sum + found.countUnexpectedExits(), 0),
      stop,
    };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}
