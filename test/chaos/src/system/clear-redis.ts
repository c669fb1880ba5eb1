import { once } from 'node:events';
import { connect } from 'node:net';

/** Deletes all keys of Redis, like a restart without persistence. */
export async function clearRedis(url: string): Promise<void> {
  const { hostname, port, password } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.end(`AUTH ${password}\r\nFLUSHALL\r\nQUIT\r\n`).resume();
  await once(socket, 'close');
}
