import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { cleanUpAfterTest } from '@refrain/store/under-test';

/** Starts a webhook subscriber that accepts every delivery. Stops after the current test, or after the file if no test is running. */
export async function startWebhookSubscriber(): Promise<{
  readonly url: string;
  readonly delivered: readonly string[];
}> {
  const delivered: string[] = [];
  const server = createServer(async (request, response) => {
    delivered.push(await text(request));
    response.end('ok');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUpAfterTest(async () => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, delivered };
}
