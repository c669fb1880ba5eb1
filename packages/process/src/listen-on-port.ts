import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '@refrain/domain';

/**
 * Listens on a port and returns the URL.
 * @param port 0 for any free port
 * @param setting the name of the port's setting, for the error
 * @throws {AppError} `misconfigured` if the port is in use
 */
export async function listenOnPort(server: Server, host: string, port: number, setting: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = `Port ${port} on ${host} is in use. Stop the other process, or set ${setting} to another port.`;
      reject(error.code === 'EADDRINUSE' ? new AppError('misconfigured', inUse) : error);
    });
    server.listen(port, host, resolve);
  });
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}
