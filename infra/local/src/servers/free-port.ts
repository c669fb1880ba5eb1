import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { AppError } from '@refrain/domain';

const loopback = '127.0.0.1';
/**
 * Ports below those that operating systems assign to outgoing connections (Linux from 32,768, macOS from 49,152). An assigned
 * port could be taken again before a server listens on it.
 */
const candidatePorts = { first: 20_000, end: 30_000 } as const;
const maxAttempts = 100;

/** Returns an error code such as EADDRINUSE if no server can listen on this loopback port now; otherwise null. */
export async function findPortProblem(port: number): Promise<string | null> {
  return listenBriefly(port).then(
    () => null,
    ({ code }) => code,
  );
}

/** Returns the preferred loopback port if it is free, and otherwise a random free one from 20,000 to 29,999. */
export async function findFreePort(preferred?: number): Promise<number> {
  const { first, end } = candidatePorts;
  let port = preferred ?? randomInt(first, end);
  for (let attempt = 0; (await findPortProblem(port)) !== null; attempt += 1) {
    if (attempt === maxAttempts)
      throw new AppError(
        'unavailable',
        `No server can listen on ${loopback}: ${maxAttempts} ports from ${first} to ${end - 1} were refused. Check whether this user may open ports.`,
      );
    port = randomInt(first, end);
  }
  return port;
}

function listenBriefly(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: loopback, exclusive: true }, () => server.close(() => resolve()));
  });
}
