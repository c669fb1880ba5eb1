import type { ChildProcess } from 'node:child_process';
import { createServer, type Server, type Socket } from 'node:net';
import { AppError } from '@refrain/domain';
import type { RunContext } from './run-context.ts';

/** The API's port. It stays open as long as Refrain runs, so that no other user can listen on it while the API restarts. */
export interface ApiPort {
  readonly port: number;
  /**
   * Passes connections to this process until it ends, each as its socket with the message `{ connection: id }`. The process has to
   * confirm each with `{ taken: id }`. Connections that arrive while there is no process are closed.
   */
  passTo(child: ChildProcess): void;
  close(): Promise<void>;
}

const loopback = '127.0.0.1';
const preferredPort = 4400;
const preferredPorts = Array.from({ length: 20 }, (_, index) => preferredPort + index);
/** More connections that the API has not taken yet, such as while it hangs, would use up the file descriptors of this process. */
const mostWaiting = 500;

/**
 * Opens the port of PORT. Without PORT it opens the next free one, unless a proxy has to find it: the proxy knows only the preferred one.
 * @param last the port of the last run
 * @throws {AppError} `misconfigured` if nothing can listen on PORT
 */
export async function openApiPort(env: RunContext['env'], last: number | undefined): Promise<ApiPort> {
  const wanted = env.PORT || (env.REFRAIN_PUBLIC_URL ? String(preferredPort) : null);
  const server = createServer({ pauseOnConnect: true, noDelay: true });
  server.maxConnections = mostWaiting;
  const candidates = wanted === null ? [...preferredPorts, last ?? 0, 0] : [parsePort(wanted)];
  let problem = '';
  for (const candidate of candidates) {
    const outcome = await listen(server, candidate);
    if (typeof outcome === 'number') return holdPort(server, outcome);
    problem = outcome;
  }
  throw new AppError('misconfigured', describeProblem(wanted ?? 'any', problem, env.REFRAIN_PUBLIC_URL));
}

/** Returns the port on which the server listens now, or the code of the error that keeps it from listening, such as EADDRINUSE. */
function listen(server: Server, port: number): Promise<number | string> {
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message);
    server.once('error', onError);
    server.listen({ port, host: loopback, exclusive: true }, () => {
      server.off('error', onError);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function holdPort(server: Server, port: number): ApiPort {
  const waiting = new Map<number, Socket>();
  let receiver: ChildProcess | null = null;
  let connections = 0;
  const close = (id: number) => {
    waiting.get(id)?.destroy();
    waiting.delete(id);
  };
  server.on('connection', (socket) => {
    // Its caller went away before it was passed on.
    socket.on('error', () => socket.destroy());
    if (!receiver?.connected) {
      socket.destroy();
      return;
    }
    connections += 1;
    const id = connections;
    waiting.set(id, socket);
    // Node.js would close its own copy, but not if the process ends before it has taken the connection: its caller would wait forever.
    receiver.send({ connection: id }, socket, { keepOpen: true }, (problem) => problem !== null && close(id));
  });
  // The operating system could not accept a connection, for lack of file descriptors: its caller sees it closed.
  server.on('error', () => {});
  return {
    port,
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
    // Node.js would call back only if no process that took connections has ended.
    close: async () => void server.close(),
  };
}

function parsePort(wanted: string): number {
  const port = /^\d{1,5}$/u.test(wanted.trim()) ? Number(wanted) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new AppError('misconfigured', `PORT must be a number from 1 to 65535, and is "${wanted.slice(0, 20)}"`);
}

function describeProblem(port: string, problem: string, publicUrl: string | undefined): string {
  if (problem === 'EACCES') {
    return `This user has no permission to listen on PORT ${port} (EACCES). Set PORT to 1024 or more, and let a proxy pass on to it.`;
  }
  if (problem !== 'EADDRINUSE')
    return `Nothing can listen on PORT ${port} of ${loopback} (${problem}). Set another PORT.`;
  return publicUrl
    ? `Port ${port} is in use, by a demo perhaps: stop what listens there, or set another PORT and let the proxy of ${publicUrl} pass on to that`
    : `PORT ${port} is in use: set another one, or leave PORT out`;
}
