import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ask } from '../ask-with.ts';
import { endBuilt, findFreePort, type Ready, signIn, startBuilt } from '../built-process.ts';

const roles = ['api', 'ingest-worker'] as const;
export type Role = (typeof roles)[number];

export interface SystemOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** 32 bytes. */
  readonly encryptionKey: Buffer;
  /** Where each process writes its log. */
  readonly logFolder: string;
  /** Further settings. */
  readonly env: Readonly<Record<string, string>>;
}

/** Refrain's processes that take in: the API and the ingest worker, as they are built. */
export interface System {
  readonly ask: Ask;
  start(role: Role): Promise<void>;
  /** As a crash would. */
  kill(role: Role): Promise<void>;
  /** `SIGSTOP` lets it hang, `SIGCONT` lets it go on. */
  signal(role: Role, signal: 'SIGSTOP' | 'SIGCONT'): void;
  stop(): Promise<void>;
}

export async function startSystem({ env, logFolder, encryptionKey, ...urls }: SystemOptions): Promise<System> {
  const processes = new Map<Role, ChildProcess>();
  const port = await findFreePort();
  const settings = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    DATABASE_URL: urls.databaseUrl,
    REDIS_URL: urls.redisUrl,
    REDIS_PREFIX: `soak-${randomUUID()}`,
    REFRAIN_ENCRYPTION_KEY: encryptionKey.toString('hex'),
    REFRAIN_PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    ...env,
  };

  async function start(role: Role): Promise<Ready> {
    const log = await open(join(logFolder, `${role}.log`), 'a');
    try {
      const { child, ready } = await startBuilt(role, settings, log.fd);
      processes.set(role, child);
      return ready;
    } finally {
      await log.close();
    }
  }
  const end = (role: Role, signal: NodeJS.Signals) => endBuilt(processes.get(role), signal);
  const stop = async (): Promise<void> => void (await Promise.all(roles.map((role) => end(role, 'SIGTERM'))));

  try {
    const ready = await start('api');
    await start('ingest-worker');
    const { ask } = await signIn(ready);
    return {
      ask,
      start: async (role) => void (await start(role)),
      kill: (role) => end(role, 'SIGKILL'),
      signal: (role, signal) => void processes.get(role)?.kill(signal),
      stop,
    };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}
