import { once } from 'node:events';
import { connect } from 'node:net';

/** Forgets everything that Redis holds, as a restart of one without a disk does. */
export async function emptyRedis(url: string): Promise<void> {
  const { hostname, port, password } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.end(`AUTH ${password}\r\nFLUSHALL\r\nQUIT\r\n`).resume();
  await once(socket, 'close');
}
