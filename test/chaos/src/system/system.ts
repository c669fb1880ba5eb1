import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Ask, findFreePort, signIn } from '@refrain/e2e/processes';
import { type Circumstances, keepRunning } from './keep-running.ts';

export const allRoles = ['api', 'ingest-worker', 'analysis-worker', 'improvement-worker'] as const;
export type Role = (typeof allRoles)[number];

export interface SystemOptions {
  /** The API among them. */
  readonly roles: readonly Role[];
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** 32 bytes. */
  readonly encryptionKey: Buffer;
  /** Where each process writes its log. */
  readonly logFolder: string;
  /** Further settings. */
  readonly env: Readonly<Record<string, string>>;
}

/** Refrain's processes as they are built, each with a supervisor that starts it again whenever it ends by itself. */
export interface System {
  readonly ask: Ask;
  readonly url: string;
  readonly token: string;
  start(role: Role, circumstances?: Circumstances): Promise<void>;
  /** As a crash would; it stays away until it is started. */
  kill(role: Role): Promise<void>;
  /** `SIGSTOP` lets it hang, `SIGCONT` lets it go on. */
  signal(role: Role, signal: 'SIGSTOP' | 'SIGCONT'): void;
  pid(role: Role): number | null;
  /** How often processes ended, or did not get ready, without having been told to. */
  countEnds(): number;
  stop(): Promise<void>;
}

export async function startSystem({ roles, env, logFolder, encryptionKey, ...urls }: SystemOptions): Promise<System> {
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
    // The emulators are on this machine.
    REFRAIN_PRIVATE_NETWORKS: 'loopback',
    ...env,
  };
  const processes = new Map(
    roles.map((role) => [role, keepRunning(role, settings, join(logFolder, `${role}.log`))] as const),
  );
  function processOf(role: Role) {
    const kept = processes.get(role);
    if (kept === undefined) throw new Error(`${role} is no part of this system`);
    return kept;
  }
  const stop = async () => void (await Promise.all([...processes.values()].map((kept) => kept.end('SIGTERM'))));

  try {
    const ready = await processOf('api').start();
    await Promise.all(roles.filter((role) => role !== 'api').map((role) => processOf(role).start()));
    const { ask, token } = await signIn(ready);
    return {
      ask,
      token,
      url: ready.url ?? '',
      start: async (role, circumstances) => void (await processOf(role).start(circumstances)),
      kill: (role) => processOf(role).end('SIGKILL'),
      signal: (role, signal) => processOf(role).signal(signal),
      pid: (role) => processOf(role).pid(),
      countEnds: () => [...processes.values()].reduce((sum, kept) => sum + kept.countEnds(), 0),
      stop,
    };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}
