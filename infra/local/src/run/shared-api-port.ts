import { type ChildProcess, execFileSync } from 'node:child_process';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { AppError } from '@refrain/domain';
import type { RunEnvironment } from './run-environment.ts';

/** The API's port, which stays open as long as Refrain runs, so that no other user can listen on it while the API restarts. */
export interface SharedApiPort {
  readonly port: number;
  /** Maximum of connections that wait for the API. */
  readonly maxConnections: number;
  /**
   * Passes connections to a process until it ends, each as a socket with the message `{ connection: id }`. The process must confirm
   * each one with `{ taken: id }`. Connections that arrive while there is no process are closed.
   */
  passTo(child: ChildProcess): void;
  close(): Promise<void>;
}

/** Browsers may resolve `localhost` to either address. */
const loopback = { 4: '127.0.0.1', 6: '::1' };
const preferredPort = 4400;
const preferredPorts = Array.from({ length: 20 }, (_, index) => preferredPort + index);
/** Milliseconds after which an unconfirmed connection is closed: the socket did not reach the API, or the API hangs. */
const acceptTimeoutMs = 20_000;

/**
 * Opens the port that PORT names. Without PORT, opens the port of the last run, or a free port at the first run. Behind a proxy the
 * default is port 4400, because the proxy must know the port.
 * @param last the port of the last run
 * @throws {AppError} `misconfigured` if the port cannot be opened
 */
export async function openApiPort(env: RunEnvironment['env'], last: number | undefined): Promise<SharedApiPort> {
  const wanted = env.PORT || (env.REFRAIN_PUBLIC_URL ? String(preferredPort) : null);
  const candidates = wanted !== null ? [parsePort(wanted)] : last !== undefined ? [last] : [...preferredPorts, 0];
  let problem = '';
  for (const candidate of candidates) {
    const opened = await listen(candidate);
    if (typeof opened !== 'string') return bindPort(opened.servers, opened.port);
    problem = opened;
  }
  if (wanted === null && last !== undefined && problem === 'EADDRINUSE')
    throw new AppError(
      'misconfigured',
      `Port ${last}, which Refrain used before, is in use by another program, such as a demo: stop that program, or set PORT. Until then, browsers that open the former URL send that program their session cookie.`,
    );
  throw new AppError('misconfigured', describeProblem(wanted ?? 'any', problem, env.REFRAIN_PUBLIC_URL));
}

/** Listens on the port at both loopback addresses. Returns the servers, or an error code such as EADDRINUSE. */
async function listen(wanted: number): Promise<{ servers: Server[]; port: number } | string> {
  const first = await listenAt(loopback[4], wanted);
  if (typeof first === 'string') return first;
  const { port } = first.address() as AddressInfo;
  const second = await listenAt(loopback[6], port);
  if (typeof second !== 'string') return { servers: [first, second], port };
  // Any other error at the IPv6 address means that the machine has no IPv6.
  if (second !== 'EADDRINUSE' && second !== 'EACCES') return { servers: [first], port };
  first.close();
  return second;
}

function listenAt(host: string, port: number): Promise<Server | string> {
  return new Promise((resolve) => {
    const server = createServer({ pauseOnConnect: true, noDelay: true });
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

function bindPort(servers: readonly Server[], port: number): SharedApiPort {
  const waiting = new Map<number, { readonly socket: Socket; readonly timer: NodeJS.Timeout }>();
  const limit = findMaxApiConnections();
  let receiver: ChildProcess | null = null;
  let connections = 0;
  const close = (id: number) => {
    clearTimeout(waiting.get(id)?.timer);
    waiting.get(id)?.socket.destroy();
    waiting.delete(id);
  };
  const pass = (socket: Socket) => {
    // The client may disconnect before the connection is passed on.
    socket.on('error', () => socket.destroy());
    if (!receiver?.connected) {
      socket.destroy();
      return;
    }
    connections += 1;
    const id = connections;
    waiting.set(id, { socket, timer: setTimeout(() => close(id), acceptTimeoutMs).unref() });
    // `keepOpen` keeps a copy of the socket, which this process closes if the API ends before it accepts the connection.
    receiver.send({ connection: id }, socket, { keepOpen: true }, (problem) => problem !== null && close(id));
  };
  for (const server of servers) {
    server.maxConnections = limit;
    server.on('connection', pass);
    // An error means that no file descriptor is left for another connection. The system then closes the connection of
    // the client.
    server.on('error', () => {});
  }
  return {
    port,
    maxConnections: limit,
    passTo(child) {
      receiver = child;
      child.on('message', (message) => {
        if (typeof message === 'object' && 'taken' in message) close(Number(message.taken));
      });
      child.once('exit', () => {
        if (receiver !== child) return;
        receiver = null;
        for (const id of waiting.keys()) close(id);
      });
    },
    async close() {
      // `server.close` is not awaited, because Node.js never calls its callback if a process that received connections has ended.
      for (const server of servers) server.close();
    },
  };
}

function parsePort(wanted: string): number {
  const port = /^\d{1,5}$/u.test(wanted.trim()) ? Number(wanted) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new AppError('misconfigured', `PORT is "${wanted.slice(0, 20)}". Set a number from 1 to 65535.`);
}

function describeProblem(port: string, problem: string, publicUrl: string | undefined): string {
  if (problem === 'EACCES') {
    return `This user has no permission to listen on PORT ${port} (EACCES). Set PORT to 1024 or more, and have a proxy forward to it.`;
  }
  if (problem !== 'EADDRINUSE')
    return `Nothing can listen on PORT ${port} of ${loopback[4]} (${problem}). Set another PORT.`;
  return publicUrl
    ? `Port ${port} is in use, perhaps by a demo: stop the program that listens there, or set another PORT and have the proxy of ${publicUrl} forward to it`
    : `PORT ${port} is in use: set another one, or omit PORT`;
}

/** Returns half of a process's limit of open files, leaving enough for the database, logs and child processes. */
export function findMaxApiConnections(): number {
  // A shell inherits the limit of open files, so `ulimit -n` prints the limit of this process.
  const limit = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }));
  return Number.isFinite(limit) ? Math.max(100, Math.min(10_000, Math.floor(limit / 2))) : 10_000;
}
