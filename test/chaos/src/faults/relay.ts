import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface Relay {
  close(): void;
}

/** Forwards connections to ports of one IP address to the same ports of another address. */
export async function startPortRelay(from: string, to: string, ports: readonly number[]): Promise<Relay> {
  const sockets = new Set<Socket>();
  function join(near: Socket, far: Socket): void {
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
  const servers: Server[] = [];
  for (const port of ports) {
    const server = createServer((near) => join(near, connect({ host: to, port })));
    server.listen(port, from);
    await once(server, 'listening');
    servers.push(server);
  }
  return {
    close() {
      for (const server of servers) server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** The program `relay.js FROM TO PORT …`, which runs in a network namespace. Exits with its parent process. */
async function main([from = '', to = '', ...ports]: readonly string[]): Promise<void> {
  process.on('disconnect', () => process.exit());
  await startPortRelay(from, to, ports.map(Number));
  process.send?.('ready');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
