import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '@refrain/local';
import type { Backends } from './start-backends.ts';

export interface StartedProcess {
  /** Where it listens, for the API. */
  readonly url: string;
  /** Processor seconds that it has used so far; 0 where the system does not say. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** 32 bytes: what is stored in this run is read in this run alone. */
export const encryptionKey = Buffer.alloc(32, 7);
const prefix = `bench-${randomUUID()}`;

/** One of Refrain's processes as it is built, with the settings of a user's machine. */
export async function startProcess(name: string, { databaseUrl, redisUrl }: Backends): Promise<StartedProcess> {
  const child = spawn(process.execPath, [join(projectFolder, 'apps', name, 'dist/main.js')], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      REDIS_PREFIX: prefix,
      REFRAIN_ENCRYPTION_KEY: encryptionKey.toString('hex'),
      PORT: '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const [ready] = (await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => Promise.reject(new Error(`${name} ended with ${code} before it was ready`))),
  ])) as [{ url?: string }];
  return {
    url: ready.url ?? '',
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
