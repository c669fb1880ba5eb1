import { createServer } from 'node:net';

const loopback = '127.0.0.1';

/** Returns an error code such as EADDRINUSE if no server can listen on this loopback port now; otherwise null. */
export async function findPortProblem(port: number): Promise<string | null> {
  return listenBriefly(port).then(
    () => null,
    ({ code }) => code,
  );
}

/** Returns the preferred loopback port if it is free, and otherwise one that the operating system picks. */
export async function findFreePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await findPortProblem(preferred)) === null) return preferred;
  return listenBriefly(0);
}

function listenBriefly(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: loopback, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : port));
    });
  });
}
