import { mkdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { LocalServer } from './postgres.ts';
import { findFreePort } from './servers/free-port.ts';
import { stopOwnProcess } from './servers/own-process.ts';
import { ensureSecret } from './servers/secret-file.ts';
import { startServer } from './servers/server-process.ts';
import type { Tool } from './tools/tool.ts';

export interface RedisOptions {
  /** Holds its password, log and process id; made where missing. */
  readonly dataDir: string;
  /** Loopback port, if it is free; otherwise and by default any free one. */
  readonly port?: number;
  readonly binary: Tool;
  /** Further lines of its settings, such as those that make it a server of a cluster. */
  readonly settings?: readonly string[];
}

/**
 * Starts Redis (or Valkey) on 127.0.0.1 with a password of its own. It keeps nothing on disk: what it holds can always be
 * had again from PostgreSQL. One that a killed run left behind in the same folder is stopped first.
 * @throws {AppError} `unavailable` when it does not start
 */
export async function startRedis(options: RedisOptions): Promise<LocalServer> {
  const { dataDir, binary } = options;
  await mkdir(dataDir, { recursive: true });
  const password = await ensureSecret(join(dataDir, 'password'), 24);
  const pidFile = join(dataDir, 'redis.pid');
  await stopOwnProcess(pidFile, dataDir, 'SIGTERM');
  const port = await findFreePort(options.port);
  const server = await startServer(
    {
      name: 'Redis',
      command: binary.path,
      args: ['-'],
      cwd: dataDir,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', ...binary.env },
      input: [...settings(port, password, dataDir, pidFile), ...(options.settings ?? []), ''].join('\n'),
      logFile: join(dataDir, 'redis.log'),
      stopSignal: 'SIGTERM',
      startTimeoutMs: 20_000,
    },
    async (pid) => (await readPid(pidFile)) === pid && (await answers(port)),
  );
  return { url: `redis://:${password}@127.0.0.1:${port}`, port, stop: server.stop };
}

function settings(port: number, password: string, dataDir: string, pidFile: string): string[] {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `pidfile "${pidFile}"`,
    `dir "${dataDir}"`,
    'daemonize no',
    'save ""',
    'appendonly no',
    'maxmemory-policy noeviction',
    'loglevel warning',
  ];
}

async function readPid(pidFile: string): Promise<number> {
  return Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
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
