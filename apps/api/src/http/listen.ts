import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, IncomingMessage, type Server, type ServerOptions, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { listenOnPort } from '@refrain/process';
import type { Express } from 'express';
import { z } from 'zod';

/** The maximum time in milliseconds that a shutdown waits for open requests. */
const graceMs = 5_000;
/** Longer (in ms) than a minute, the usual timeout of proxies: otherwise, a proxy may reuse a connection that was just closed. */
const keepAliveTimeout = 75_000;
/** Limits for slow clients, in milliseconds. */
const timeouts = { headersTimeout: 20_000, requestTimeout: 300_000, connectionsCheckingInterval: 5_000 };
const PassedConnection = z.object({ connection: z.number() });

export interface ListeningServer {
  readonly url: string;
  /** Stops accepting connections, and waits until the open requests have ended. */
  close(): Promise<void>;
}

interface ListenOptions {
  /** The path of an additional Unix socket, in a folder that other users cannot enter. */
  readonly socket?: string | null;
  /** Whether the parent process listens on the port and passes connections to the server of the socket. */
  readonly parentHoldsPort?: boolean;
  /** The maximum number of open connections; 0 for no limit. */
  readonly maxConnections?: number;
  readonly waits?: typeof timeouts;
}

/** @throws {AppError} `misconfigured` if the port is in use */
export async function listen(
  app: Express,
  host: string,
  port: number,
  { socket = null, parentHoldsPort = false, maxConnections = 0, waits = timeouts }: ListenOptions = {},
): Promise<ListeningServer> {
  const options = prepareServers(app, waits);
  const closers: (() => Promise<void>)[] = [];
  const createClosed = () => {
    const server = createServer(options, app);
    if (maxConnections > 0) server.maxConnections = maxConnections;
    closers.push(prepareClose(server));
    return server;
  };
  let url = `http://${host}:${port}`;
  if (!parentHoldsPort) url = await listenOnPort(createClosed(), host, port, 'PORT');
  if (socket !== null) {
    const local = createClosed();
    await listenOnSocket(local, socket);
    if (parentHoldsPort) takeConnections(local, maxConnections || Number.POSITIVE_INFINITY);
  }
  return { url, close: async () => void (await Promise.all(closers.map((close) => close()))) };
}

/** Listens on a Unix socket. Replaces the socket file of a process that was killed. */
async function listenOnSocket(server: Server, path: string): Promise<void> {
  await rm(path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}

/** Accepts and confirms connections that the parent process passes on, until the server closes. */
function takeConnections(server: Server, most: number): void {
  const passedOn = new Set<Socket>();
  const onMessage = (message: unknown, socket: unknown) => {
    const passed = PassedConnection.safeParse(message);
    if (!(socket instanceof Socket) || !passed.success) return;
    process.send?.({ taken: passed.data.connection });
    // `maxConnections` of Node.js counts only connections that the server accepted itself.
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

function prepareClose(server: Server): () => Promise<void> {
  const { open, unused } = trackConnections(server);
  return async () => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    await new Promise((done) => {
      server.close(done);
      server.closeIdleConnections();
      for (const socket of unused) socket.destroy();
    });
    // `close` of Node.js waits only for connections that the server accepted itself.
    await Promise.all([...open].map((socket) => once(socket, 'close')));
    clearTimeout(timer);
  };
}

/**
 * Tracks the open connections, and separately those that have had no request yet. Browsers open such connections in advance,
 * and Node.js does not count them as idle.
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
 * Returns server options whose requests and responses have the prototypes of Express from the start. Otherwise, Express changes
 * the prototype of each object, which took half of the time that Express needs per request
 * (https://github.com/expressjs/express/issues/5998).
 */
function prepareServers(app: Express, waits: typeof timeouts): ServerOptions {
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
