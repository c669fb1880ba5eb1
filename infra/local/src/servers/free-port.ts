import { createServer } from 'node:net';

const loopback = '127.0.0.1';

/** Whether a server could listen on this loopback port now. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await listenBriefly(port)) !== null;
}

/** The preferred loopback port if it is free, else one that the operating system picks. */
export async function findFreePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isPortFree(preferred))) return preferred;
  const port = await listenBriefly(0);
  if (port === null) throw new Error('No free port on 127.0.0.1');
  return port;
}

function listenBriefly(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: loopback, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : null));
    });
  });
}
