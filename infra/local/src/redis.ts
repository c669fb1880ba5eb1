import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFolder } from './create-folder.ts';
import type { LocalServer } from './postgres.ts';
import { findFreePort } from './servers/free-port.ts';
import { stopOwnProcess } from './servers/own-process.ts';
import { ensureSecret } from './servers/secret-file.ts';
import { startServer } from './servers/server-process.ts';
import { ensureSocketFolder } from './servers/socket-folder.ts';
import type { Tool } from './tools/tool.ts';

export interface RedisOptions {
  /** Holds its password, log and process id; created where missing. */
  readonly dataDir: string;
  /** Listens on this TCP port of 127.0.0.1 (0: any free one) instead of a Unix socket in `dataDir`. */
  readonly port?: number;
  readonly binary: Tool;
  /** Further lines of its configuration, such as those of a cluster node. */
  readonly settings?: readonly string[];
  /** Aborts the start. */
  readonly signal?: AbortSignal;
}

const socketName = 'redis.sock';

/**
 * Starts Redis (or Valkey), which nobody can reach but this user and root. It writes nothing to disk: PostgreSQL has
 * everything that it takes to fill it again. Stops one that a killed run left behind in the same folder.
 * @throws {AppError} `unavailable` when it does not start
 */
export async function startRedis(options: RedisOptions): Promise<LocalServer> {
  const { dataDir, binary } = options;
  await createFolder(dataDir);
  const password = await ensureSecret(join(dataDir, 'password'), 24);
  const pidFile = join(dataDir, 'redis.pid');
  await stopOwnProcess(pidFile, dataDir, 'SIGTERM');
  const port = options.port === 0 ? await findFreePort() : (options.port ?? 0);
  const socket =
    options.port === undefined ? join(await ensureSocketFolder(dataDir, socketName, null), socketName) : null;
  const place = socket === null ? [`port ${port}`] : ['port 0', `unixsocket ${quote(socket)}`, 'unixsocketperm 700'];
  const server = await startServer(
    {
      name: 'Redis',
      command: binary.path,
      args: ['-'],
      cwd: dataDir,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', ...binary.env },
      input: [...place, ...settings(password, dataDir, pidFile), ...(options.settings ?? []), ''].join('\n'),
      logFile: join(dataDir, 'redis.log'),
      stopSignal: 'SIGTERM',
      startTimeoutMs: 20_000,
      signal: options.signal,
    },
    async (pid) => (await readPid(pidFile)) === pid && (await answers(socket ?? port)),
  );
  const url =
    socket === null
      ? `redis://:${password}@127.0.0.1:${port}`
      : `unix://${pathToFileURL(socket).pathname.replaceAll(',', '%2C')}?password=${password}`;
  return { ...server, url, port };
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

/** As Redis reads a quoted text in its configuration. */
function quote(text: string): string {
  return `"${text.replace(/["\\]/gu, '\\$&').replaceAll('\n', '\\n')}"`;
}

async function readPid(pidFile: string): Promise<number> {
  return Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
}

/** @param place a port of 127.0.0.1, or the path of a Unix socket */
function answers(place: number | string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(typeof place === 'number' ? { port: place, host: '127.0.0.1' } : { path: place });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (data) => finish(/PONG|NOAUTH/.test(data.toString('latin1'))));
  });
}
