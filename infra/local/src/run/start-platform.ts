import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import { createFolder } from '../create-folder.ts';
import type { DataFolderPaths } from '../data-folder-paths.ts';
import { createFileError } from '../servers/create-file-error.ts';
import { ensureSecret } from '../servers/secret-file.ts';
import { ensureSocketFolder, removeSocketFolder } from '../servers/socket-folder.ts';
import { superviseProcess } from '../servers/supervise-process.ts';
import { ensureDatabase } from './ensure-database.ts';
import { lockDataFolder } from './lock.ts';
import { startNodeProcess } from './node-process.ts';
import { openPostgresAndRedis } from './open-postgres-and-redis.ts';
import { readStoredPorts, type StoredPorts } from './ports.ts';
import { openRestartLog, type SupervisionEventReporter } from './restart-log.ts';
import type { RunEnvironment } from './run-environment.ts';
import { openApiPort } from './shared-api-port.ts';
import { createNodeOptions, findProcessScript } from './start-options.ts';

const workers = ['ingest-worker', 'analysis-worker', 'improvement-worker'] as const;
const roles = ['api', ...workers] as const;
/** Environment variables that the processes get in addition to Refrain's own settings. */
const passedOn = ['PATH', 'HOME', 'TZ', 'LANG', 'NODE_EXTRA_CA_CERTS', 'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'];
const ownSetting = /^(?:REFRAIN_\w+|OTEL_\w+|REDIS_PREFIX|LOG_LEVEL)$/u;

export interface RunningPlatform {
  /** URL of Refrain for users. */
  readonly url: string;
  /** URL of Refrain for programs on this machine. */
  readonly localUrl: string;
  /** Unix socket of the API, for the command line. */
  readonly localSocket: string;
  /** One-time sign-in link for the installation's admin; null if sign-in links are disabled. */
  readonly signInUrl: string | null;
  readonly ports: StoredPorts;
  readonly report: SupervisionEventReporter;
}

const apiSocket = 'api.sock';

/** Clustering can keep a process busy for many seconds in a large installation, and a restart would lose that work. */
const healthOfProcesses = { probeEveryMs: 5_000, maxUnanswered: 24 };

/** Locks the data folder and starts PostgreSQL, Redis, the API and then the workers. */
export async function startPlatform(folder: DataFolderPaths, context: RunEnvironment): Promise<RunningPlatform> {
  const { env, shutdown, print } = context;
  shutdown.defer(await lockDataFolder(folder.lock));
  refuseHalfRestored(folder);
  const ports = await readStoredPorts(folder.ports);
  const apiPort = await openApiPort(env, ports.preferred('api'));
  shutdown.defer(apiPort.close);
  // The database is created before any other file. If the next start found other files but no database, it would assume
  // that the database was lost.
  if (!env.DATABASE_URL) await ensureDatabase(folder, context);
  await createFolder(folder.logs).catch((cause) => {
    throw createFileError('write', folder.logs, cause);
  });
  const report = openRestartLog(folder.restarts, print, shutdown.fail);
  await ports.keep('api', apiPort.port);
  const backends = await openPostgresAndRedis(folder, report, context);
  const localUrl = `http://127.0.0.1:${apiPort.port}`;
  const publicUrl = env.REFRAIN_PUBLIC_URL || localUrl;
  const processEnv = {
    ...pickSettings(env),
    NODE_ENV: 'production',
    DATABASE_URL: backends.databaseUrl,
    REDIS_URL: backends.redisUrl,
    ...(await findKeys(folder, context)),
    REFRAIN_PUBLIC_URL: publicUrl,
  };
  const localSocket = join(await ensureSocketFolder(folder.root, [apiSocket], null), apiSocket);
  shutdown.defer(() => removeSocketFolder(folder.root, [apiSocket], null));
  const deferProcess = shutdown.deferTogether();
  const start = async (name: (typeof roles)[number], extra: Record<string, string> = {}) => {
    const plan = {
      name,
      entry: findProcessScript(name),
      nodeOptions: createNodeOptions(name),
      cwd: folder.root,
      env: { ...processEnv, ...operationsPort(env.REFRAIN_METRICS_PORT, roles.indexOf(name)), ...extra },
      logFile: join(folder.logs, `${name}.log`),
      respondsToPing: true,
      print,
      ...(name === 'api' ? { connections: apiPort } : {}),
    };
    const supervised = await superviseProcess({
      start: (signal) => startNodeProcess(plan, signal),
      onEvent: report(name, plan.logFile),
      health: healthOfProcesses,
    });
    deferProcess(supervised.stop);
    shutdown.signal.throwIfAborted();
    const isWithoutMetrics = Boolean(env.REFRAIN_METRICS_PORT) && supervised.first.ready.operationsUrl === null;
    if (isWithoutMetrics)
      print(`The ${name} is running without metrics, because its port is taken: see ${plan.logFile} for the port.`);
    return supervised.first;
  };
  print('Starting the API and the workers …');
  const api = await start('api', {
    HOST: '127.0.0.1',
    PORT: String(apiPort.port),
    REFRAIN_PARENT_HOLDS_PORT: 'true',
    REFRAIN_MAX_CONNECTIONS: String(apiPort.maxConnections),
    REFRAIN_LOCAL_TOKEN_PATH: folder.token,
    REFRAIN_LOCAL_SOCKET: localSocket,
  });
  await allOrFirstProblem(workers.map((name) => start(name)));
  const signInUrl = api.ready.signInUrl;
  return {
    url: publicUrl,
    localUrl,
    localSocket,
    signInUrl: typeof signInUrl === 'string' ? signInUrl : null,
    ports,
    report,
  };
}

/** @throws {AppError} `conflict` if a killed restore moved the old database away without moving the backup in */
function refuseHalfRestored({ root, postgres, restoring }: DataFolderPaths): void {
  if (existsSync(postgres) || !existsSync(restoring)) return;
  throw new AppError(
    'conflict',
    `A restore into ${root} was interrupted, and there is no database. Run the restore again. The former data is in ${root}/before-….`,
  );
}

/** Gives the API the configured port for metrics and readiness, and the workers the ports after it. */
function operationsPort(first: string | undefined, index: number): Record<string, string> {
  if (first === undefined || first.trim() === '') return {};
  return { REFRAIN_METRICS_PORT: String(Number(first) + index) };
}

/**
 * Returns the encryption keys from the environment, or else the key file in the data folder, which the first start creates. Even
 * with a key in the environment, the keys in that file decrypt older records.
 */
async function findKeys(folder: DataFolderPaths, { env, print }: RunEnvironment): Promise<Record<string, string>> {
  if (env.REFRAIN_ENCRYPTION_KEY_FILE) return {};
  if (!env.REFRAIN_ENCRYPTION_KEY) {
    await ensureSecret(folder.encryptionKey, 32);
    return { REFRAIN_ENCRYPTION_KEY_FILE: folder.encryptionKey };
  }
  if (!existsSync(folder.encryptionKey)) return {};
  print(
    `REFRAIN_ENCRYPTION_KEY encrypts; the key in ${folder.encryptionKey} only decrypts. To remove it: npx refrain keys rotate, then delete that file.`,
  );
  const storedKeys = await readFile(folder.encryptionKey, 'utf8').catch((cause) => {
    throw createFileError('read', folder.encryptionKey, cause);
  });
  const made = storedKeys.match(/^[\da-f]{64}$/gimu) ?? [];
  const others = [env.REFRAIN_ENCRYPTION_OTHER_KEYS ?? '', ...made].filter(Boolean);
  return { REFRAIN_ENCRYPTION_OTHER_KEYS: others.join(',') };
}

/** Waits for all promises before it throws, so that no process is still starting while the others are stopped. */
async function allOrFirstProblem(promises: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(promises)) if (result.status === 'rejected') throw result.reason;
}

function pickSettings(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && (passedOn.includes(name) || ownSetting.test(name)) ? [[name, value]] : [],
    ),
  );
}
