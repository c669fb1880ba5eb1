import { existsSync } from 'node:fs';
import { chmod, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import { createFolder } from './create-folder.ts';
import { createCluster } from './servers/create-cluster.ts';
import { createFileError } from './servers/create-file-error.ts';
import { findFreePort } from './servers/free-port.ts';
import { killProcessesInFolder, stopOrphanedServer } from './servers/own-process.ts';
import { ensurePostgresBinaries, readPostgresVersion } from './servers/postgres-binaries.ts';
import { readRegularFile } from './servers/read-regular-file.ts';
import { respondsInTime } from './servers/responds-in-time.ts';
import { canEnterFolder, findDatabaseUser } from './servers/run-as.ts';
import { ensureSecret } from './servers/secret-file.ts';
import { type ServerProcess, startServer } from './servers/server-process.ts';
import { ensureSocketFolder, findSocketFolder, removeSocketFolder } from './servers/socket-folder.ts';

export interface PostgresOptions {
  readonly dataDir: string;
  /** Refuses to start without a cluster instead of creating an empty one. */
  readonly mustExist?: boolean;
  /** Listens on this TCP port of 127.0.0.1 (0: any free port) instead of a Unix socket in `dataDir`. */
  readonly port?: number;
  /** Only for tests. PostgreSQL does not wait until data is on the disk, so a power cut would lose data. */
  readonly throwaway?: boolean;
  readonly signal?: AbortSignal;
  readonly print?: (line: string) => void;
}

export interface LocalServer extends ServerProcess {
  readonly url: string;
  /** The TCP port; 0 for a server that listens on a Unix socket. */
  readonly port: number;
}

/** PostgreSQL includes this port in the name of its socket. */
const socketPort = 5432;
const socketName = `.s.PGSQL.${socketPort}`;
const socketFiles = [socketName, `${socketName}.lock`];

/** The kernel follows this link without checking the permissions of parent folders. */
const workingFolder = '/proc/self/cwd';

/**
 * An SSLRequest message. PostgreSQL answers it for every client, even without a password.
 * @see https://www.postgresql.org/docs/18/protocol-message-formats.html
 */
const sslRequest = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/**
 * Starts the embedded PostgreSQL, which only this user and root can reach. Creates a missing cluster unless `mustExist` is set.
 * Stops a server that a killed run left behind in the same folder.
 * @throws {AppError} `unavailable` if PostgreSQL does not start; `misconfigured` if the folder cannot be used; `conflict` if a
 * required cluster is missing
 */
export async function startPostgres(options: PostgresOptions): Promise<LocalServer> {
  const { dataDir, signal, print } = options;
  const { cluster, password, user, postgres, nameFolder } = await ensureCluster(options);
  await refuseOtherVersion(dataDir, cluster);
  await stopOrphanedPostgres(dataDir);
  const port = options.port === 0 ? await findFreePort() : (options.port ?? 0);
  const socketFolder = options.port === undefined ? await ensureSocketFolder(dataDir, socketFiles, user) : null;
  const server = await startServer(
    {
      name: 'PostgreSQL',
      command: postgres,
      args: ['-D', nameFolder(cluster), ...settings(socketFolder, port, options.throwaway ?? false)],
      cwd: cluster,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...user,
      logFile: join(dataDir, 'postgres.log'),
      stopSignal: 'SIGINT',
      startTimeoutMs: 60_000,
      stopTimeoutMs: 60_000,
      // After a crash PostgreSQL replays its write-ahead log, which takes minutes on a slow disk, and starts over if it is killed.
      describeProgress: async (pid) =>
        (await readStatus(cluster, pid)) === 'starting' ? 'still recovering from its log' : null,
      onStopped: () => removeSocketFolder(dataDir, socketFiles, user),
      signal,
      print,
    },
    async (pid) => (await readStatus(cluster, pid)) === 'ready',
  );
  const address = socketFolder === null ? { host: '127.0.0.1', port } : { path: join(socketFolder, socketName) };
  const url =
    socketFolder === null
      ? `postgres://refrain:${password}@127.0.0.1:${port}/postgres`
      : socketUrl(password, socketFolder);
  return {
    ...server,
    url,
    port,
    isHealthy: (timeoutMs) => respondsInTime(address, sslRequest, timeoutMs),
  };
}

/** @throws {AppError} `misconfigured` if the folder cannot be read, for example because the disk fails */
export async function hasCluster(dataDir: string): Promise<boolean> {
  const cluster = join(dataDir, 'cluster');
  try {
    await stat(cluster);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw createFileError('read', cluster, thrown);
  }
}

/** @throws {AppError} `conflict` if there is no cluster in `dataDir` */
export async function refuseMissingCluster(dataDir: string): Promise<void> {
  if (!(await hasCluster(dataDir))) throw missingDatabase(dataDir);
}

function missingDatabase(dataDir: string): AppError {
  return new AppError('conflict', `There is no database in ${dataDir}. ${missingDatabaseAdvice}`);
}

export const missingDatabaseAdvice =
  'If it is on a disk of its own, mount that disk. Otherwise restore a backup, or set REFRAIN_DATA_DIR to the folder that holds it.';

export async function ensureCluster({ dataDir, mustExist, throwaway }: PostgresOptions) {
  const cluster = join(dataDir, 'cluster');
  const isThere = await hasCluster(dataDir);
  if (!isThere && mustExist) throw missingDatabase(dataDir);
  await createFolder(dataDir);
  const password = await ensureSecret(join(dataDir, 'password'), 24);
  const user = await findDatabaseUser(cluster);
  const { initdb, postgres } = await ensurePostgresBinaries(user);
  const isClosed = user !== null && !(await canEnterFolder(user, dataDir));
  if (isClosed) await closeToOthers(dataDir);
  const nameFolder = (folder: string) => (isClosed ? workingFolder : folder);
  if (!isThere) await createCluster({ cluster, initdb, password, user, nameFolder, isLasting: throwaway !== true });
  return { cluster, password, user, postgres, nameFolder };
}

/** Ends the server that a killed run left behind, including its hung processes. */
export async function stopOrphanedPostgres(dataDir: string): Promise<void> {
  const cluster = join(dataDir, 'cluster');
  await stopOrphanedServer(join(cluster, 'postmaster.pid'), cluster, 'SIGINT');
  await killProcessesInFolder(cluster, 'postgres');
}

/**
 * Lets only root enter the folder around the cluster. Otherwise PostgreSQL, whose working folder is the cluster, could reach
 * the parent folders.
 */
async function closeToOthers(dataDir: string): Promise<void> {
  if (!existsSync(workingFolder)) {
    throw new AppError(
      'misconfigured',
      `The user of PostgreSQL cannot enter ${dataDir}. Run Refrain as an ordinary user, or set REFRAIN_DATA_DIR to a folder that every user may enter.`,
    );
  }
  await chmod(dataDir, 0o700);
}

async function refuseOtherVersion(dataDir: string, cluster: string): Promise<void> {
  const ours = await readPostgresVersion();
  const file = join(cluster, 'PG_VERSION');
  const found = (await readRegularFile(file))?.trim() ?? ours;
  if (found === ours) return;
  if (!/^\d+$/u.test(found)) {
    throw new AppError(
      'misconfigured',
      `${file} does not contain the version of the database. Move ${dataDir} away, then restore a backup.`,
    );
  }
  throw new AppError(
    'misconfigured',
    `The database in ${dataDir} was created by PostgreSQL ${found}, but this version of Refrain includes PostgreSQL ${ours}. Start the version of Refrain that created it, or move ${dataDir} away, then restore a backup that PostgreSQL ${ours} made.`,
  );
}

/**
 * Returns the URL of the PostgreSQL server that another process has started on `dataDir`.
 * @throws {AppError} `unavailable` if none runs
 */
export async function findPostgresUrl(dataDir: string): Promise<string> {
  const [socketFolder, password] = await Promise.all([
    findSocketFolder(dataDir),
    readFile(join(dataDir, 'password'), 'utf8').catch(() => null),
  ]);
  if (socketFolder === null || password === null) {
    throw new AppError('unavailable', `No PostgreSQL has been started in ${dataDir}. Start Refrain: npm start`);
  }
  return socketUrl(password.trim(), socketFolder);
}

/**
 * Returns a URL whose parameter `host` is the folder of the socket.
 * @see https://www.postgresql.org/docs/18/libpq-connect.html#LIBPQ-CONNSTRING-URIS
 */
function socketUrl(password: string, socketFolder: string): string {
  return `postgres://refrain:${password}@localhost/postgres?host=${encodeURIComponent(socketFolder)}`;
}

function settings(socketFolder: string | null, port: number, throwaway: boolean): readonly string[] {
  const listener =
    socketFolder === null
      ? { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' }
      : {
          listen_addresses: '',
          port: String(socketPort),
          // The path is quoted, because the setting is a comma-separated list.
          unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
        };
  const common = {
    ...listener,
    max_connections: '200',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    // Without a limit, a backup that hangs would make PostgreSQL keep its write-ahead log until the disk is full.
    max_slot_wal_keep_size: '4GB',
    // Otherwise PostgreSQL would log the data of refused rows.
    log_error_verbosity: 'terse',
  };
  const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '5min' };
  return Object.entries(throwaway ? { ...common, ...fast } : common).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
}

/**
 * Returns the status in postmaster.pid; null if that file does not belong to the PostgreSQL with this process id. Line 1 of the
 * file is the process id, line 8 the status.
 * @see https://www.postgresql.org/docs/18/storage-file-layout.html
 */
async function readStatus(cluster: string, pid: number): Promise<string | null> {
  const lines = ((await readRegularFile(join(cluster, 'postmaster.pid'))) ?? '').split('\n');
  return Number.parseInt(lines[0] ?? '', 10) === pid ? (lines[7] ?? '').trim() : null;
}
