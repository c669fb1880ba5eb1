import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
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
  return {
    url: await listenOn(server, host, port, 'PORT'),
    async close() {
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await new Promise((done) => {
        server.close(done);
        server.closeIdleConnections();
      });
      clearTimeout(timer);
    },
  };
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
