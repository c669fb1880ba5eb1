import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** Sends commands as a person would type them, and returns all that was answered. @param url with the password of the server */
export async function askRedis(url: string, ...commands: readonly string[]): Promise<string> {
  const { hostname, port, password } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.write([`AUTH ${password}`, ...commands, 'QUIT', ''].join('\r\n'));
  return text(socket);
}
