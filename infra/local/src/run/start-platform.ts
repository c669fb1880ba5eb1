import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import { createFolder } from '../create-folder.ts';
import type { DataFolder } from '../data-folder.ts';
import { findFreePort } from '../servers/free-port.ts';
import { ensureSecret } from '../servers/secret-file.ts';
import { supervise } from '../servers/supervise.ts';
import { takeLock } from './lock.ts';
import { startNodeProcess } from './node-process.ts';
import { type KnownPorts, readPorts } from './ports.ts';
import { openRestartLog, type ReportEvent } from './restart-log.ts';
import type { RunContext } from './run-context.ts';
import { startBackends } from './start-backends.ts';
import { nodeOptionsOf, scriptOf } from './start-options.ts';

const preferredPort = 4400;
const workers = ['ingest-worker', 'analysis-worker', 'improvement-worker'] as const;
const roles = ['api', ...workers] as const;
/** What a person may set of how processes run, beside Refrain's own settings. */
const passedOn = ['PATH', 'HOME', 'TZ', 'LANG', 'NODE_EXTRA_CA_CERTS', 'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'];
const ownSetting = /^(?:REFRAIN_\w+|OTEL_\w+|REDIS_PREFIX|LOG_LEVEL)$/u;

export interface Platform {
  /** Where people reach it. */
  readonly url: string;
  /** Where this machine reaches it. */
  readonly localUrl: string;
  /** A one-time link for the installation's admin; null where sign-in links are switched off. */
  readonly signInUrl: string | null;
  readonly ports: KnownPorts;
  readonly report: ReportEvent;
}

/** Locks the data folder and starts everything: PostgreSQL, Redis, the API, then the workers. */
export async function startPlatform(folder: DataFolder, context: RunContext): Promise<Platform> {
  const { env, shutdown, say } = context;
  shutdown.defer(await takeLock(folder.lock));
  await createFolder(folder.logs);
  const report = openRestartLog({ path: folder.restarts, say, onGiveUp: shutdown.fail });
  const ports = await readPorts(folder.ports);
  const backends = await startBackends(folder, report, context);
  const port = await chooseApiPort(env, ports.preferred('api'));
  await ports.keep('api', port);
  const localUrl = `http://127.0.0.1:${port}`;
  const publicUrl = env.REFRAIN_PUBLIC_URL || localUrl;
  const processEnv = {
    ...pickSettings(env),
    NODE_ENV: 'production',
    DATABASE_URL: backends.databaseUrl,
    REDIS_URL: backends.redisUrl,
    ...(await findKeys(folder, context)),
    REFRAIN_PUBLIC_URL: publicUrl,
  };
  // Together, since each may take its full time to end.
  const stops: (() => Promise<void>)[] = [];
  shutdown.defer(async () => {
    const outcomes = await Promise.allSettled(stops.map((stop) => stop()));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  });
  const start = async (name: (typeof roles)[number], extra: Record<string, string> = {}) => {
    const plan = {
      name,
      entry: scriptOf(name),
      nodeOptions: nodeOptionsOf(name),
      cwd: folder.root,
      env: { ...processEnv, ...operationsPort(env.REFRAIN_METRICS_PORT, roles.indexOf(name)), ...extra },
      logFile: join(folder.logs, `${name}.log`),
    };
    const supervised = await supervise({
      start: (signal) => startNodeProcess(plan, signal),
      onEvent: report(name, plan.logFile),
    });
    stops.push(supervised.stop);
    shutdown.signal.throwIfAborted();
    return supervised.first;
  };
  say('Starting the API and the workers …');
  const api = await start('api', {
    ...{ HOST: '127.0.0.1', PORT: String(port) },
    REFRAIN_LOCAL_TOKEN_PATH: folder.token,
  });
  await allOrFirstProblem(workers.map((name) => start(name)));
  const signInUrl = api.ready.signInUrl;
  return { url: publicUrl, localUrl, signInUrl: typeof signInUrl === 'string' ? signInUrl : null, ports, report };
}

/**
 * Figures and readiness are told on ports of their own where one is named: the API's, and those after it for the workers. Otherwise
 * nobody on a machine of one's own asks, and every user of it could.
 */
function operationsPort(first: string | undefined, index: number): Record<string, string> {
  if (first === undefined || first.trim() === '') return {};
  return { REFRAIN_METRICS_PORT: String(Number(first) + index) };
}

/**
 * Where none is set from outside: those in the data folder's own file, in which the first start makes one. What that sealed before one
 * was set is opened by it all the same.
 */
async function findKeys(folder: DataFolder, { env, say }: RunContext): Promise<Record<string, string>> {
  if (env.REFRAIN_ENCRYPTION_KEY_FILE) return {};
  if (!env.REFRAIN_ENCRYPTION_KEY) {
    await ensureSecret(folder.encryptionKey, 32);
    return { REFRAIN_ENCRYPTION_KEY_FILE: folder.encryptionKey };
  }
  if (!existsSync(folder.encryptionKey)) return {};
  say(
    `REFRAIN_ENCRYPTION_KEY seals; the key in ${folder.encryptionKey} only opens. To do without it: npx refrain keys rotate, then delete that file.`,
  );
  const made = (await readFile(folder.encryptionKey, 'utf8')).match(/^[\da-f]{64}$/gimu) ?? [];
  const others = [env.REFRAIN_ENCRYPTION_OTHER_KEYS ?? '', ...made].filter(Boolean);
  return { REFRAIN_ENCRYPTION_OTHER_KEYS: others.join(',') };
}

/** Waits for all before it throws, so that none is left starting while the others are stopped. */
async function allOrFirstProblem(promises: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(promises)) if (result.status === 'rejected') throw result.reason;
}

/** Where none is set the next free one, unless a proxy has to find it: that passes on to the one that it knows. */
async function chooseApiPort(env: RunContext['env'], last: number | undefined): Promise<number> {
  const wanted = env.PORT || (env.REFRAIN_PUBLIC_URL ? String(preferredPort) : null);
  if (wanted === null) {
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
    throw new AppError(
      'misconfigured',
      env.REFRAIN_PUBLIC_URL
        ? `Port ${port} is in use, by a demo perhaps: stop what listens there, or set another PORT and let the proxy of ${env.REFRAIN_PUBLIC_URL} pass on to that`
        : `PORT ${port} is in use: set another one, or leave PORT out`,
    );
  }
  return port;
}

/** Of the environment what the processes read; the rest of it is none of their business. */
function pickSettings(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && (passedOn.includes(name) || ownSetting.test(name)) ? [[name, value]] : [],
    ),
  );
}
