import type { ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendRedisCommand } from '@refrain/jobs/testing';
import { findFreePort } from '@refrain/local';
import { createStore } from '@refrain/store';
import { createKeyring, createScratchDatabase, grepDatabase, openRawDatabaseClient } from '@refrain/store/testing';
import { cleanUpAfterTest } from '@refrain/store/under-test';
import { inject } from 'vitest';
import { pollUntil } from '../poll-until.ts';
import type { Ask } from '../processes/index.ts';
import { endBuiltProcess, type Ready, signInAndCreateToken, startBuiltProcess } from '../processes/index.ts';
import { dumpRedis } from './dump-redis.ts';

const roles = ['api', 'ingest-worker', 'analysis-worker', 'improvement-worker'] as const;

/** Returns a secret that occurs nowhere else, so that a search finds every copy of it. */
export const createUniqueSecret = (kind: string) => `${kind}-canary-${randomBytes(9).toString('hex')}`;

export interface ObservedRefrain {
  readonly url: string;
  readonly token: string;
  readonly signInUrl: string;
  readonly ask: Ask;
  readonly secrets: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
  waitUntilIdle(): Promise<void>;
  stop(): Promise<void>;
  readLogs(): Promise<string>;
  /** Returns every row of every table as text, with bytes as hexadecimal digits. */
  dumpDatabase(): Promise<string>;
  /** Returns where a text is stored, as `table` or `table.column`. Also searches decrypted columns. */
  findInDatabase(text: string): Promise<string[]>;
  dumpRedis(): Promise<string>;
  storeDeadLetter(payload: object, problem: string): Promise<void>;
}

/** Starts the four built processes at log level `trace`, with their own PostgreSQL and Redis users. */
export async function startObservedRefrain(): Promise<ObservedRefrain> {
  const secrets = {
    databasePassword: createUniqueSecret('database'),
    redisPassword: createUniqueSecret('redis'),
    encryptionKey: randomBytes(32).toString('hex'),
  };
  const encryptionKey = Buffer.from(secrets.encryptionKey, 'hex');
  const name = `canary_${randomBytes(6).toString('hex')}`;
  const prefix = `watched-${randomUUID()}`;
  const scratch = await createScratchDatabase(inject('databaseUrl'));
  const admin = await openRawDatabaseClient(scratch.databaseUrl);
  await admin.query(`create role ${name} login superuser password '${secrets.databasePassword}'`);
  await sendRedisCommand(
    inject('redisUrl'),
    'ACL',
    'SETUSER',
    name,
    'on',
    `>${secrets.redisPassword}`,
    '~*',
    '&*',
    '+@all',
  );
  const folder = await mkdtemp(join(tmpdir(), 'refrain-watched-'));
  const port = String(await findFreePort());
  const settings = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: withUser(scratch.databaseUrl, name, secrets.databasePassword),
    REDIS_URL: withUser(inject('redisUrl'), name, secrets.redisPassword),
    REDIS_PREFIX: prefix,
    REFRAIN_ENCRYPTION_KEY: secrets.encryptionKey,
    REFRAIN_PRIVATE_NETWORKS: 'loopback',
    REFRAIN_PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: port,
    LOG_LEVEL: 'trace',
  };

  const started: ChildProcess[] = [];
  async function start(role: string): Promise<Ready> {
    const log = await open(join(folder, role), 'a');
    const { child, ready } = await startBuiltProcess(role, settings, log.fd).finally(() => log.close());
    started.push(child);
    return ready;
  }
  const stop = async () => void (await Promise.all(started.map((child) => endBuiltProcess(child, 'SIGTERM'))));
  cleanUpAfterTest(async () => {
    await stop();
    await sendRedisCommand(inject('redisUrl'), 'ACL', 'DELUSER', name);
    await admin.query(`reassign owned by ${name} to current_user`);
    await admin.query(`drop owned by ${name}`);
    await admin.query(`drop role ${name}`);
    await admin.end();
    await scratch.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const ready = await start('api');
  await Promise.all(roles.slice(1).map(start));
  const signedIn = await signInAndCreateToken(ready);
  return {
    url: ready.url ?? '',
    signInUrl: ready.signInUrl ?? '',
    ...signedIn,
    secrets,
    settings,
    async waitUntilIdle() {
      const ask = () => signedIn.ask<{ busy: boolean }>('GET', '/v1/status');
      await pollUntil(ask, ({ busy }) => !busy, 240_000);
    },
    stop,
    readLogs: async () => (await Promise.all(roles.map((role) => readFile(join(folder, role), 'utf8')))).join('\n'),
    async dumpDatabase() {
      const tables = await admin.query(
        `select table_name from information_schema.tables where table_schema = 'public'`,
      );
      const rows = [];
      for (const { table_name } of tables) {
        rows.push(...(await admin.query(`select t::text as row from "${table_name}" t`)).map(({ row }) => String(row)));
      }
      return rows.join('\n');
    },
    findInDatabase: (text) => grepDatabase(admin.query, createKeyring(encryptionKey), [text]),
    async storeDeadLetter(payload, problem) {
      const store = createStore({ databaseUrl: scratch.databaseUrl, encryptionKey });
      const job = { key: problem, queue: 'analysis', name: 'write-digest', payload, attempts: 6 };
      await store.operations.addDeadLetter({ ...job, code: 'internal', problem });
      await store.close();
    },
    dumpRedis: () => dumpRedis(inject('redisUrl'), prefix),
  };
}

function withUser(address: string, name: string, password: string): string {
  const url = new URL(address);
  url.username = name;
  url.password = password;
  return url.href;
}
