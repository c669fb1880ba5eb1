import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '@refrain/domain';
import { findFreePort } from './servers/free-port.ts';
import { stopOwnProcess } from './servers/own-process.ts';
import { findPostgresBinaries, type PostgresBinaries } from './servers/postgres-binaries.ts';
import { findRunAs, type RunAs } from './servers/run-as.ts';
import { ensureSecret } from './servers/secret-file.ts';
import { startServer } from './servers/server-process.ts';

const run = promisify(execFile);

export interface PostgresOptions {
  /** Holds the cluster, its password and its log; made where missing. */
  readonly dataDir: string;
  /** Loopback port, if it is free; otherwise and by default any free one. */
  readonly port?: number;
  /** For tests: does not wait for the disk, so a power cut would lose data. */
  readonly throwaway?: boolean;
}

export interface LocalServer {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL on 127.0.0.1 with a password of its own, and makes its cluster at the first start.
 * One that a killed run left behind in the same folder is stopped first.
 * @throws {AppError} `unavailable` when it does not start
 */
export async function startPostgres(options: PostgresOptions): Promise<LocalServer> {
  const { dataDir } = options;
  const cluster = join(dataDir, 'cluster');
  const binaries = findPostgresBinaries();
  await mkdir(dataDir, { recursive: true });
  const password = await ensureSecret(join(dataDir, 'password'), 24);
  const runAs = await findRunAs(cluster, [cluster, binaries.postgres]);
  if ((await stat(cluster).catch(() => null)) === null) await createCluster(cluster, password, binaries, runAs);
  await stopOwnProcess(join(cluster, 'postmaster.pid'), cluster, 'SIGINT');
  const port = await findFreePort(options.port);
  const [command = binaries.postgres, ...prefixArgs] = [...runAs.prefix, binaries.postgres];
  const server = await startServer(
    {
      name: 'PostgreSQL',
      command,
      args: [...prefixArgs, '-D', cluster, '-p', String(port), ...settings(options.throwaway ?? false)],
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...(runAs.uid === null || runAs.gid === null ? {} : { uid: runAs.uid, gid: runAs.gid }),
      logFile: join(dataDir, 'postgres.log'),
      stopSignal: 'SIGINT',
      startTimeoutMs: 60_000,
    },
    (pid) => isReady(cluster, pid),
  );
  return { url: `postgres://refrain:${password}@127.0.0.1:${port}/postgres`, port, stop: server.stop };
}

function settings(throwaway: boolean): readonly string[] {
  const common = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    // What a row holds that was refused is nobody's to read in a log.
    log_error_verbosity: 'terse',
  };
  const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '5min' };
  return Object.entries(throwaway ? { ...common, ...fast } : common).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
}

/** The cluster is made beside its place and moved there when complete, so that an interrupted start leaves no half of one. */
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
  const owner = await ownerOf(runAs);
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
    throw new AppError('unavailable', `The PostgreSQL data folder ${cluster} cannot be made: ${line}`, { cause });
  }
  await rename(target, cluster);
  await rm(staging, { recursive: true, force: true });
}

/** Who the files of a cluster have to belong to; null is ourselves. */
export async function findClusterOwner(cluster: string): Promise<{ uid: number; gid: number } | null> {
  return ownerOf(await findRunAs(cluster, [cluster, findPostgresBinaries().postgres]));
}

async function ownerOf(runAs: RunAs): Promise<{ uid: number; gid: number } | null> {
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
