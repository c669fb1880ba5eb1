import { connect, type NetConnectOpts } from 'node:net';

/** Returns whether a server sends a byte or ends the connection in time. A server that refuses clients is not hung. */
export function respondsInTime(
  address: NetConnectOpts,
  request: Uint8Array | string,
  timeoutMs: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    const timeout = setTimeout(() => finish(false), timeoutMs);
    function finish(answer: boolean) {
      clearTimeout(timeout);
      socket.destroy();
      resolve(answer);
    }
    socket.once('error', ({ code }: NodeJS.ErrnoException) => finish(code === 'ECONNRESET' || code === 'EPIPE'));
    socket.once('connect', () => socket.write(request));
    socket.once('data', () => finish(true));
    socket.once('end', () => finish(true));
  });
}
