import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '@refrain/domain';

/** How long requests that are under way may take at the end, in milliseconds. */
const graceMs = 5_000;

export interface Listening {
  readonly server: Server;
  readonly url: string;
  /** Takes nothing new, and waits for what is under way. */
  close(): Promise<void>;
}

/** @throws {AppError} `misconfigured` when the port is taken */
export async function listen(host: string, port: number): Promise<Listening> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} on ${host} is taken: stop what uses it, or set PORT to another one.`;
      reject(error.code === 'EADDRINUSE' ? new AppError('misconfigured', taken) : error);
    });
    server.listen(port, host, resolve);
  });
  return {
    server,
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
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
