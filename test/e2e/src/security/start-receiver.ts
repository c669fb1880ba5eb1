import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll } from 'vitest';

/** Takes whatever is sent to it, as a subscriber does. */
export async function startReceiver(): Promise<{ readonly url: string; readonly delivered: readonly string[] }> {
  const delivered: string[] = [];
  const server = createServer(async (request, response) => {
    delivered.push(await text(request));
    response.end('ok');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, delivered };
}
