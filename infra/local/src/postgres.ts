import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '@refrain/domain';
import { createFolder } from './create-folder.ts';
import { findFreePort } from './servers/free-port.ts';
import { stopOwnProcess } from './servers/own-process.ts';
import { findPostgresBinaries, type PostgresBinaries } from './servers/postgres-binaries.ts';
import { findRunAs, type RunAs } from './servers/run-as.ts';
import { ensureSecret } from './servers/secret-file.ts';
import { type ServerProcess, startServer } from './servers/server-process.ts';
import { ensureSocketFolder, findSocketFolder, type Owner } from './servers/socket-folder.ts';

const run = promisify(execFile);

export interface PostgresOptions {
  /** Holds the cluster, its password and its log; created where missing. */
  readonly dataDir: string;
  /** Listens on this TCP port of 127.0.0.1 (0: any free one) instead of a Unix socket in `dataDir`. */
  readonly port?: number;
  /** For tests: does not wait for the disk, so a power cut would lose data. */
  readonly throwaway?: boolean;
  /** Aborts the start. */
  readonly signal?: AbortSignal;
}

/** A database server or queue server that this process started. */
export interface LocalServer extends ServerProcess {
  readonly url: string;
  /** The TCP port; 0 for a server that listens on a Unix socket. */
  readonly port: number;
}

/** PostgreSQL names its socket by its port. */
const socketPort = 5432;
const socketName = `.s.PGSQL.${socketPort}`;

/**
 * Starts the embedded PostgreSQL, which nobody can reach but this user and root, and creates its cluster at the first
 * start. Stops one that a killed run left behind in the same folder.
 * @throws {AppError} `unavailable` when it does not start
 */
export async function startPostgres(options: PostgresOptions): Promise<LocalServer> {
  const { dataDir } = options;
  const cluster = join(dataDir, 'cluster');
  const binaries = findPostgresBinaries();
  await createFolder(dataDir);
  const password = await ensureSecret(join(dataDir, 'password'), 24);
  const runAs = await findRunAs(cluster, [cluster, binaries.postgres]);
  if ((await stat(cluster).catch(() => null)) === null) await createCluster(cluster, password, binaries, runAs);
  await stopOwnProcess(join(cluster, 'postmaster.pid'), cluster, 'SIGINT');
  const port = options.port === 0 ? await findFreePort() : (options.port ?? 0);
  const socketFolder =
    options.port === undefined ? await ensureSocketFolder(dataDir, `${socketName}.lock`, ownerOf(runAs)) : null;
  const [command = binaries.postgres, ...prefixArgs] = [...runAs.prefix, binaries.postgres];
  const server = await startServer(
    {
      name: 'PostgreSQL',
      command,
      args: [...prefixArgs, '-D', cluster, ...settings(socketFolder, port, options.throwaway ?? false)],
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...(runAs.uid === null || runAs.gid === null ? {} : { uid: runAs.uid, gid: runAs.gid }),
      logFile: join(dataDir, 'postgres.log'),
      stopSignal: 'SIGINT',
      startTimeoutMs: 60_000,
      signal: options.signal,
    },
    (pid) => isReady(cluster, pid),
  );
  const url =
    socketFolder === null
      ? `postgres://refrain:${password}@127.0.0.1:${port}/postgres`
      : socketUrl(password, socketFolder);
  return { ...server, url, port };
}

/**
 * The URL of the embedded PostgreSQL that another process has started in `dataDir`.
 * @throws {AppError} `unavailable` when there is none
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

/** @see https://www.postgresql.org/docs/18/libpq-connect.html#LIBPQ-CONNSTRING-URIS the parameter `host` names a folder */
function socketUrl(password: string, socketFolder: string): string {
  return `postgres://refrain:${password}@localhost/postgres?host=${encodeURIComponent(socketFolder)}`;
}

function settings(socketFolder: string | null, port: number, throwaway: boolean): readonly string[] {
  const place =
    socketFolder === null
      ? { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' }
      : {
          listen_addresses: '',
          port: String(socketPort),
          // Quoted, because the setting is a list with commas.
          unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
        };
  const common = {
    ...place,
    max_connections: '200',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    // An error's detail repeats the row that was refused, which does not belong in a log.
    log_error_verbosity: 'terse',
  };
  const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '5min' };
  return Object.entries(throwaway ? { ...common, ...fast } : common).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
}

/** Creates the cluster beside its place and moves it there when it is complete: an interrupted start leaves no half of one. */
async function createCluster(
  cluster: string,
  password: string,
  binaries: PostgresBinaries,
  runAs: RunAs,
): Promise<void> {
  const staging = `${cluster}.new`;
  const target = join(staging, 'data');
  const passwordFile = join(staging, 'password');
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  const owner = ownerOf(runAs);
  if (owner !== null) {
    for (const path of [staging, passwordFile]) await chown(path, owner.uid, owner.gid);
  }
  for (const path of [binaries.initdb, binaries.postgres]) {
    if (((await stat(path)).mode & 0o111) !== 0o111) await chmod(path, 0o755);
  }
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=refrain', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const [command = binaries.initdb, ...args] = [
    ...runAs.prefix,
    binaries.initdb,
    '-D',
    target,
    '--no-sync',
    ...locale,
    ...access,
  ];
  try {
    await run(command, args, {
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...(runAs.uid === null || runAs.gid === null ? {} : { uid: runAs.uid, gid: runAs.gid }),
    });
  } catch (cause) {
    await rm(staging, { recursive: true, force: true });
    const line = String((cause as { stderr?: unknown }).stderr ?? cause)
      .trim()
      .split('\n')
      .at(-1);
    throw new AppError('unavailable', `The PostgreSQL data folder ${cluster} cannot be created: ${line}`, { cause });
  }
  await rename(target, cluster);
  await rm(staging, { recursive: true, force: true });
}

/** Returns the user who has to own the files of a cluster; null is the current user. */
export async function findClusterOwner(cluster: string): Promise<Owner | null> {
  return ownerOf(await findRunAs(cluster, [cluster, findPostgresBinaries().postgres]));
}

function ownerOf(runAs: RunAs): Owner | null {
  if (runAs.uid !== null && runAs.gid !== null) return { uid: runAs.uid, gid: runAs.gid };
  const option = (name: string) => runAs.prefix.find((part) => part.startsWith(`--${name}=`))?.split('=')[1];
  const [uid, gid] = [option('reuid'), option('regid')];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

/** @see https://www.postgresql.org/docs/18/storage-file-layout.html postmaster.pid: process id in line 1, status in line 8 */
async function readPidFile(cluster: string): Promise<{ pid: number; status: string } | null> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  return Number.isInteger(pid) && pid > 1 ? { pid, status: (lines[7] ?? '').trim() } : null;
}

async function isReady(cluster: string, pid: number): Promise<boolean> {
  const found = await readPidFile(cluster);
  return found?.pid === pid && found.status === 'ready';
}
