import { connect, type Socket } from 'node:net';

/** More connections than PostgreSQL accepts. */
const attempts = 240;
const againMs = 100;

/** Occupies every free PostgreSQL connection with clients that never finish authenticating. Returns a function that closes them. */
export function occupyPostgresConnections(port: number): () => void {
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  let isOver = false;

  function open(): void {
    const socket = connect({ host: '127.0.0.1', port });
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('connect', () => socket.write(startupMessage));
    socket.once('close', () => {
      sockets.delete(socket);
      if (isOver) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        open();
      }, againMs);
      timers.add(timer);
    });
    socket.resume();
  }
  for (let number = 0; number < attempts; number += 1) open();
  return () => {
    isOver = true;
    for (const timer of timers) clearTimeout(timer);
    for (const socket of sockets) socket.destroy();
  };
}

/** A StartupMessage of protocol version 3.0: https://www.postgresql.org/docs/18/protocol-message-formats.html */
const startupMessage = composeStartup({ user: 'refrain', database: 'postgres' });

function composeStartup(parameters: Readonly<Record<string, string>>): Buffer {
  const body = Buffer.from(`${Object.entries(parameters).flat().join('\0')}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(head.length + body.length, 0);
  head.writeInt32BE(196_608, 4);
  return Buffer.concat([head, body]);
}
