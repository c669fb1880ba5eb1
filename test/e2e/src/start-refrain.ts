import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createScratchDatabase } from '@refrain/store/testing';
import { afterAll, inject } from 'vitest';

export const root = join(import.meta.dirname, '../../..');

const roles = ['api', 'ingest-worker', 'analysis-worker', 'improvement-worker'] as const;
export type Role = (typeof roles)[number];

interface Ready {
  readonly ready: true;
  readonly url?: string;
  readonly signInUrl?: string;
}

export interface Refrain {
  readonly url: string;
  readonly token: string;
  readonly databaseUrl: string;
  /** A page address that signs a browser in, once. */
  createSignInUrl(): Promise<string>;
  /** A request with the token; throws with the problem's sentence for anything but 2xx. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** SIGKILL, as a crash would. */
  kill(role: Role): Promise<void>;
  start(role: Role): Promise<void>;
  /** Waits until nothing is on its way to the patterns any more. */
  settle(patienceMs?: number): Promise<void>;
}

/**
 * The four processes as they are built, each its own, on a database and a Redis prefix of their own.
 */
export async function startRefrain(env: Record<string, string> = {}): Promise<Refrain> {
  const scratch = await createScratchDatabase(inject('databaseUrl'));
  const processes = new Map<Role, ChildProcess>();
  const settings = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: scratch.databaseUrl,
    REDIS_URL: inject('redisUrl'),
    REDIS_PREFIX: `test-${randomUUID()}`,
    REFRAIN_ENCRYPTION_KEY: '07'.repeat(32),
    PORT: String(await findFreePort()),
    LOG_LEVEL: 'warn',
    ...env,
  };

  async function start(role: Role): Promise<Ready> {
    const child = spawn(process.execPath, [join(root, 'apps', role, 'dist/main.js')], {
      env: settings,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    processes.set(role, child);
    const [message] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`${role} ended with ${code} before it was ready`))),
    ])) as [Ready];
    return message;
  }

  async function kill(role: Role, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = processes.get(role);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  afterAll(async () => {
    await Promise.all(roles.map((role) => kill(role, 'SIGTERM')));
    await scratch.drop();
  });

  const { url = '', signInUrl = '' } = await start('api');
  await Promise.all(roles.filter((role) => role !== 'api').map(start));
  const cookie = (await fetch(signInUrl, { redirect: 'manual' })).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const created = await fetch(`${url}/v1/tokens`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'test' }),
  });
  const { token } = (await created.json()) as { token: string };

  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  return {
    url,
    token,
    databaseUrl: scratch.databaseUrl,
    ask,
    kill: (role) => kill(role),
    start: async (role) => void (await start(role)),
    createSignInUrl: async () => (await ask<{ url: string }>('POST', '/v1/sign-in-links')).url,
    async settle(patienceMs = 120_000) {
      const deadline = Date.now() + patienceMs;
      for (let quiet = 0; quiet < 3; ) {
        const { busy } = await ask<{ busy: boolean }>('GET', '/v1/status');
        quiet = busy ? 0 : quiet + 1;
        if (Date.now() > deadline) throw new Error(`Still busy: ${JSON.stringify(await ask('GET', '/v1/status'))}`);
        await wait(200);
      }
    },
  };
}

/** The API keeps its address when it is started again. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
