import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { findFreePort, type ServerProcess, startServer, type Tool } from '@refrain/local';

export interface ConnectionPooler {
  urlOf(databaseUrl: string): string;
  stop(): Promise<void>;
}

/**
 * Starts PgBouncer in transaction mode and without support for prepared statements: the strictest mode that supports transactions.
 * @param adminUrl URL of the PostgreSQL behind the pooler
 * @param connections maximum number of connections to one database
 */
export async function startConnectionPooler(
  folder: string,
  binary: Tool,
  adminUrl: string,
  connections: number,
): Promise<ConnectionPooler> {
  await mkdir(folder, { recursive: true });
  const { hostname, port: serverPort, username, password } = new URL(adminUrl);
  const port = await findFreePort();
  const lines = [
    '[databases]',
    `* = host=${hostname} port=${serverPort} user=${username} password=${decodeURIComponent(password)}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    'pool_mode = transaction',
    'max_prepared_statements = 0',
    `default_pool_size = ${connections}`,
    'max_client_conn = 500',
    'log_connections = 0',
    'log_disconnections = 0',
  ];
  const settings = join(folder, 'pgbouncer.ini');
  await writeFile(settings, `${lines.join('\n')}\n`);
  await chmod(settings, 0o644);
  await chmod(folder, 0o755);
  const server: ServerProcess = await startServer(
    {
      name: 'PgBouncer',
      command: binary.path,
      // PgBouncer refuses to run as root.
      args: [...(process.getuid?.() === 0 ? ['-u', 'nobody'] : []), settings],
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', ...binary.env },
      logFile: join(folder, 'pgbouncer.log'),
      stopSignal: 'SIGTERM',
      startTimeoutMs: 20_000,
    },
    () => isListening(port),
  );
  return {
    urlOf(databaseUrl) {
      const url = new URL(databaseUrl);
      url.host = `127.0.0.1:${port}`;
      return url.href;
    },
    stop: server.stop,
  };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
