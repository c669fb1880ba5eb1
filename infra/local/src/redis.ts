import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFolder } from './create-folder.ts';
import type { LocalServer, PostgresOptions } from './postgres.ts';
import { findFreePort } from './servers/free-port.ts';
import { stopOrphanedServer } from './servers/own-process.ts';
import { respondsInTime } from './servers/responds-in-time.ts';
import { ensureSecret } from './servers/secret-file.ts';
import { startServer } from './servers/server-process.ts';
import { ensureSocketFolder, removeSocketFolder } from './servers/socket-folder.ts';
import type { Tool } from './tools/ensure-tool.ts';

export interface RedisOptions extends Pick<PostgresOptions, 'dataDir' | 'port' | 'signal'> {
  readonly binary: Tool;
  readonly settings?: readonly string[];
}

const socketName = 'redis.sock';

/**
 * Starts Redis (or Valkey), which only this user and root can reach. It writes nothing to disk, because Refrain can refill it from
 * PostgreSQL. Stops a server that a killed run left behind in the same folder.
 * @throws {AppError} `unavailable` if Redis does not start
 */
export async function startRedis(options: RedisOptions): Promise<LocalServer> {
  const { dataDir, binary, signal } = options;
  await createFolder(dataDir);
  const password = await ensureSecret(join(dataDir, 'password'), 24);
  const pidFile = join(dataDir, 'redis.pid');
  await stopOrphanedRedis(dataDir);
  const port = options.port === 0 ? await findFreePort() : (options.port ?? 0);
  const socket =
    options.port === undefined ? join(await ensureSocketFolder(dataDir, [socketName], null), socketName) : null;
  const listener = socket === null ? [`port ${port}`] : ['port 0', `unixsocket ${quote(socket)}`, 'unixsocketperm 700'];
  const address = socket === null ? { host: '127.0.0.1', port } : { path: socket };
  const isHealthy = (timeoutMs: number) => respondsInTime(address, 'PING\r\n', timeoutMs);
  const server = await startServer(
    {
      name: 'Redis',
      command: binary.path,
      args: ['-'],
      cwd: dataDir,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', ...binary.env },
      input: [...listener, ...settings(password, dataDir, pidFile), ...(options.settings ?? []), ''].join('\n'),
      logFile: join(dataDir, 'redis.log'),
      stopSignal: 'SIGTERM',
      startTimeoutMs: 120_000,
      onStopped: () => removeSocketFolder(dataDir, [socketName], null),
      signal,
    },
    async (pid) => (await readPid(pidFile)) === pid && (await isHealthy(1_000)),
  );
  const url =
    socket === null
      ? `redis://:${password}@127.0.0.1:${port}`
      : `unix://${pathToFileURL(socket).pathname.replaceAll(',', '%2C')}?password=${password}`;
  return { ...server, url, port, isHealthy };
}

export async function stopOrphanedRedis(dataDir: string): Promise<void> {
  await stopOrphanedServer(join(dataDir, 'redis.pid'), dataDir, 'SIGTERM');
}

function settings(password: string, dataDir: string, pidFile: string): string[] {
  return [
    'bind 127.0.0.1',
    `requirepass ${password}`,
    `pidfile ${quote(pidFile)}`,
    `dir ${quote(dataDir)}`,
    'daemonize no',
    'save ""',
    'appendonly no',
    'maxmemory-policy noeviction',
    'loglevel warning',
  ];
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/gu, '\\$&').replaceAll('\n', '\\n')}"`;
}

async function readPid(pidFile: string): Promise<number> {
  return Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
}
