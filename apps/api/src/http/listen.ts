import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, IncomingMessage, type Server, type ServerOptions, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { listenOn } from '@refrain/process';
import type { Express } from 'express';
import { z } from 'zod';

/** How long requests that are under way may take at the end, in milliseconds. */
const graceMs = 5_000;
/** Longer than proxies keep a connection that nobody uses, commonly a minute: else one sends a request down a closed one. */
const keepAliveTimeout = 75_000;
/** Who sends slower holds a connection for nothing: so long for the headers of a request, and for all of it. */
const patience = { headersTimeout: 20_000, requestTimeout: 300_000, connectionsCheckingInterval: 5_000 };
/** The message with which the parent process passes on a connection. */
const PassedConnection = z.object({ connection: z.number() });

export interface Listening {
  readonly url: string;
  /** Takes nothing new, and waits for what is under way. */
  close(): Promise<void>;
}

interface ListenOptions {
  /** The path of a Unix socket at which it listens too, in a folder that no other user can enter; none by default. */
  readonly socket?: string | null;
  /** Whether the parent process holds the port and passes on its connections, which the server of the socket then takes. */
  readonly parentHoldsPort?: boolean;
  /** Connections that it holds at once; more are closed. 0 is no limit. */
  readonly mostConnections?: number;
  readonly waits?: typeof patience;
}

/** @throws {AppError} `misconfigured` when the port is taken */
export async function listen(
  app: Express,
  host: string,
  port: number,
  { socket = null, parentHoldsPort = false, mostConnections = 0, waits = patience }: ListenOptions = {},
): Promise<Listening> {
  const options = prepareServers(app, waits);
  const closers: (() => Promise<void>)[] = [];
  const createClosed = () => {
    const server = createServer(options, app);
    if (mostConnections > 0) server.maxConnections = mostConnections;
    closers.push(prepareClose(server));
    return server;
  };
  let url = `http://${host}:${port}`;
  if (!parentHoldsPort) url = await listenOn(createClosed(), host, port, 'PORT');
  if (socket !== null) {
    const local = createClosed();
    await listenOnSocket(local, socket);
    if (parentHoldsPort) takeConnections(local, mostConnections || Number.POSITIVE_INFINITY);
  }
  return { url, close: async () => void (await Promise.all(closers.map((close) => close()))) };
}

/** Listens in the place of a process that was killed and left its socket. */
async function listenOnSocket(server: Server, path: string): Promise<void> {
  await rm(path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}

/** Takes and confirms the connections that the parent process passes on, which it has paused, until the server closes. */
function takeConnections(server: Server, most: number): void {
  const passedOn = new Set<Socket>();
  const onMessage = (message: unknown, socket: unknown) => {
    const passed = PassedConnection.safeParse(message);
    if (!(socket instanceof Socket) || !passed.success) return;
    process.send?.({ taken: passed.data.connection });
    // Node.js counts only connections that the server accepted itself.
    if (!server.listening || passedOn.size >= most) {
      socket.destroy();
      return;
    }
    passedOn.add(socket);
    socket.once('close', () => passedOn.delete(socket));
    server.emit('connection', socket);
    socket.resume();
  };
  process.on('message', onMessage);
  server.once('close', () => process.off('message', onMessage));
}

/** Returns a function that takes nothing new, and waits for what is under way. */
function prepareClose(server: Server): () => Promise<void> {
  const { open, unused } = trackConnections(server);
  return async () => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    await new Promise((done) => {
      server.close(done);
      server.closeIdleConnections();
      for (const socket of unused) socket.destroy();
    });
    // Node.js waits only for connections that the server accepted itself.
    await Promise.all([...open].map((socket) => once(socket, 'close')));
    clearTimeout(timer);
  };
}

/**
 * Returns the open connections, and of them those that have sent no request yet: browsers open some ahead, and Node.js does not count
 * them as idle.
 */
function trackConnections(server: Server): Readonly<Record<'open' | 'unused', ReadonlySet<Socket>>> {
  const open = new Set<Socket>();
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    unused.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      unused.delete(socket);
    });
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return { open, unused };
}

/**
 * Options of servers that make requests and responses with the prototypes that Express wants. Express would else change those of each
 * one, and V8 then makes a hidden class for each, which lives until the whole heap is gone through: measured, half of what
 * Express takes for a request (https://github.com/expressjs/express/issues/5998).
 */
function prepareServers(app: Express, waits: typeof patience): ServerOptions {
  class ExpressRequest extends IncomingMessage {}
  class ExpressResponse extends ServerResponse<ExpressRequest> {}
  Object.setPrototypeOf(ExpressRequest.prototype, app.request);
  Object.setPrototypeOf(ExpressResponse.prototype, app.response);
  Object.assign(app, { request: ExpressRequest.prototype, response: ExpressResponse.prototype });
  return {
    ...waits,
    keepAliveTimeout,
    IncomingMessage: ExpressRequest,
    ServerResponse: ExpressResponse,
  } as ServerOptions;
}
