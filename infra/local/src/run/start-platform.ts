import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import type { DataFolder } from '../data-folder.ts';
import { findFreePort } from '../servers/free-port.ts';
import { ensureSecret } from '../servers/secret-file.ts';
import { takeLock } from './lock.ts';
import { type KnownPorts, readPorts } from './ports.ts';
import type { RunContext } from './run-context.ts';
import { startBackends } from './start-backends.ts';
import { nodeOptionsOf, scriptOf } from './start-options.ts';
import { superviseProcess } from './supervise.ts';

const preferredPort = 4400;
const workers = ['ingest-worker', 'analysis-worker', 'improvement-worker'] as const;
/** Settings that a person may give and that the processes read. */
const passedOn = ['PATH', 'HOME', 'TZ', 'LANG', 'NODE_EXTRA_CA_CERTS', 'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'];
const ownSettings = [
  'REDIS_PREFIX',
  'LOG_LEVEL',
  'REFRAIN_COST_SETTINGS',
  'REFRAIN_RAW_PAYLOAD_DAYS',
  'REFRAIN_SYNC_SECONDS',
  'REFRAIN_FULL_SYNC_SECONDS',
  'REFRAIN_WATCH_SECONDS',
  'REFRAIN_PRIVATE_NETWORKS',
  'REFRAIN_TRUSTED_PROXIES',
  'REFRAIN_REQUESTS_PER_CALLER',
  'REFRAIN_COSTLY_REQUESTS_PER_CALLER',
  'REFRAIN_REQUESTS_PER_ADDRESS',
  'REFRAIN_WEBHOOKS_PER_CONNECTION',
];

export interface Platform {
  /** Where people reach it. */
  readonly url: string;
  /** Where this machine reaches it. */
  readonly localUrl: string;
  readonly signInUrl: string;
  readonly ports: KnownPorts;
}

/** Takes the data folder and starts everything: PostgreSQL, Redis, the API, then the workers. */
export async function startPlatform(folder: DataFolder, context: RunContext): Promise<Platform> {
  const { env, shutdown, say } = context;
  shutdown.defer(await takeLock(folder.lock));
  await mkdir(folder.logs, { recursive: true });
  const ports = await readPorts(folder.ports);
  const backends = await startBackends(folder, ports, context);
  const port = await chooseApiPort(env.PORT, ports.preferred('api'));
  await ports.keep('api', port);
  const localUrl = `http://127.0.0.1:${port}`;
  const publicUrl = env.REFRAIN_PUBLIC_URL || localUrl;
  const processEnv = {
    ...pick(env, [...passedOn, ...ownSettings]),
    NODE_ENV: 'production',
    DATABASE_URL: backends.databaseUrl,
    REDIS_URL: backends.redisUrl,
    REFRAIN_ENCRYPTION_KEY: env.REFRAIN_ENCRYPTION_KEY || (await ensureSecret(folder.encryptionKey, 32)),
    REFRAIN_PUBLIC_URL: publicUrl,
  };
  const start = async (name: string, extra: Record<string, string> = {}) => {
    const started = await superviseProcess(
      {
        name,
        entry: scriptOf(name),
        nodeOptions: nodeOptionsOf(name),
        cwd: folder.root,
        env: { ...processEnv, ...extra },
        logFile: join(folder.logs, `${name}.log`),
      },
      say,
    );
    shutdown.defer(started.stop);
    shutdown.signal.throwIfAborted();
    return started;
  };
  say('Starting the API and the workers …');
  const api = await start('api', { HOST: '127.0.0.1', PORT: String(port) });
  await allOrFirstProblem(workers.map((name) => start(name)));
  const signInUrl = api.ready.signInUrl;
  return { url: publicUrl, localUrl, signInUrl: typeof signInUrl === 'string' ? signInUrl : publicUrl, ports };
}

/** Waits for all before it throws, so that none is left starting while the others are stopped. */
async function allOrFirstProblem(promises: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(promises)) if (result.status === 'rejected') throw result.reason;
}

async function chooseApiPort(wanted: string | undefined, last: number | undefined): Promise<number> {
  if (wanted === undefined || wanted === '') {
    for (let port = preferredPort; port < preferredPort + 20; port += 1) {
      if ((await findFreePort(port)) === port) return port;
    }
    return findFreePort(last);
  }
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new AppError('misconfigured', `PORT must be a number from 1 to 65535, and is "${wanted.slice(0, 20)}"`);
  }
  if ((await findFreePort(port)) !== port) {
    throw new AppError('misconfigured', `PORT ${port} is in use: set another one, or leave PORT out`);
  }
  return port;
}

function pick(env: Readonly<Record<string, string | undefined>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
