import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '@refrain/domain';

export interface ListeningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves on the loopback interface; port 0 uses any free port. @throws {AppError} `misconfigured` if the port is in use */
export async function listenOnLoopback(listener: RequestListener, port: number): Promise<ListeningServer> {
  const server = createServer(listener);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((cause: unknown) => {
    throw new AppError(
      'misconfigured',
      `Port ${port} cannot be used: choose another, or stop the process that uses it`,
      {
        cause,
      },
    );
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
