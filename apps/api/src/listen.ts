import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { listenOn } from '@refrain/process';
import type { Express } from 'express';

/** How long requests that are under way may take at the end, in milliseconds. */
const graceMs = 5_000;
/** Longer than proxies keep a connection that nobody uses, commonly a minute: else one sends a request down a closed one. */
const keepAliveTimeout = 75_000;
/** Who sends slower holds a connection for nothing: so long for the headers of a request, and for all of it. */
const patience = { headersTimeout: 20_000, requestTimeout: 300_000, connectionsCheckingInterval: 5_000 };

export interface Listening {
  readonly url: string;
  /** Takes nothing new, and waits for what is under way. */
  close(): Promise<void>;
}

/** @throws {AppError} `misconfigured` when the port is taken */
export async function listen(app: Express, host: string, port: number, waits = patience): Promise<Listening> {
  const server = createExpressServer(app, waits);
  const unused = trackUnused(server);
  return {
    url: await listenOn(server, host, port, 'PORT'),
    async close() {
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await new Promise((done) => {
        server.close(done);
        server.closeIdleConnections();
        for (const socket of unused) socket.destroy();
      });
      clearTimeout(timer);
    },
  };
}

/** Returns the connections that have sent no request yet: browsers open some ahead, and Node.js does not count them as idle. */
function trackUnused(server: Server): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return unused;
}

/**
 * A server that makes requests and responses with the prototypes that Express wants. Express would else change those of each
 * one, and V8 then makes a hidden class for each, which lives until the whole heap is gone through: measured, half of what
 * Express takes for a request (https://github.com/expressjs/express/issues/5998).
 */
function createExpressServer(app: Express, waits: typeof patience): Server {
  class ExpressRequest extends IncomingMessage {}
  class ExpressResponse extends ServerResponse<ExpressRequest> {}
  Object.setPrototypeOf(ExpressRequest.prototype, app.request);
  Object.setPrototypeOf(ExpressResponse.prototype, app.response);
  Object.assign(app, { request: ExpressRequest.prototype, response: ExpressResponse.prototype });
  const options = { ...waits, keepAliveTimeout, IncomingMessage: ExpressRequest, ServerResponse: ExpressResponse };
  return createServer(options, app);
}
