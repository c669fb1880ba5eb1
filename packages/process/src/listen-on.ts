import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '@refrain/domain';

/**
 * @param port 0 is any free one
 * @param setting that names the port
 * @returns where it listens then
 * @throws {AppError} `misconfigured` when the port is taken
 */
export async function listenOn(server: Server, host: string, port: number, setting: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} on ${host} is taken: stop what uses it, or set ${setting} to another one.`;
      reject(error.code === 'EADDRINUSE' ? new AppError('misconfigured', taken) : error);
    });
    server.listen(port, host, resolve);
  });
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}
