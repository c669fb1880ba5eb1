import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { projectFolder } from '@refrain/local';

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
  /** A request with a token; throws with the problem's sentence for anything but 2xx. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
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

  async function start(role: Role): Promise<{ readonly url?: string; readonly signInUrl?: string }> {
    const log = await open(join(logFolder, `${role}.log`), 'a');
    const child = spawn(process.execPath, [join(projectFolder, 'apps', role, 'dist/main.js')], {
      env: settings,
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
    });
    processes.set(role, child);
    const ended = once(child, 'exit').then(([code]) =>
      Promise.reject(new Error(`${role} ended with ${code} before it was ready: see ${logFolder}`)),
    );
    ended.catch(() => undefined);
    const [ready] = (await Promise.race([once(child, 'message'), ended])) as [object];
    await log.close();
    return ready;
  }
  async function end(role: Role, signal: NodeJS.Signals): Promise<void> {
    const child = processes.get(role);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }
  const stop = async (): Promise<void> => void (await Promise.all(roles.map((role) => end(role, 'SIGTERM'))));

  try {
    const { url = '', signInUrl = '' } = await start('api');
    await start('ingest-worker');
    const authorization = `Bearer ${await createToken(url, signInUrl)}`;
    return {
      async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
        const response = await fetch(`${url}${path}`, {
          method,
          headers: { authorization, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
        return (text === '' ? undefined : JSON.parse(text)) as T;
      },
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

async function createToken(url: string, signInUrl: string): Promise<string> {
  const cookie = (await fetch(signInUrl, { redirect: 'manual' })).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const created = await fetch(`${url}/v1/tokens`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'soak' }),
  });
  return ((await created.json()) as { token: string }).token;
}

/** The API keeps its address when it is started again. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
