import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { providers } from '@refrain/connectors';
import type { Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import type { SimulatedTime } from './simulated-time.ts';

export interface WebhookServer {
  readonly url: string;
  count(): number;
  close(): Promise<void>;
}

export async function startWebhookServer(
  store: Store,
  producer: Producer,
  time: SimulatedTime,
): Promise<WebhookServer> {
  let count = 0;

  async function take(request: IncomingMessage): Promise<number> {
    const [connectionId = ''] = (request.url ?? '').split('/').slice(3);
    const receiver = await store.connections.findWebhookReceiver(connectionId);
    if (receiver === null) return 404;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const records = await providers.receiveWebhook(
      receiver.provider,
      { headers, body: Buffer.concat(chunks) },
      receiver.secrets,
    );
    const { newIds } = await store.inbox.storeDeliveries(records.map((record) => ({ connectionId, record })));
    if (newIds.length > 0) {
      await producer.enqueue('parse-records', { connectionId, inboxIds: newIds.map(({ id }) => id) });
    }
    count += 1;
    return 202;
  }

  const server = createServer((request, response) => {
    void time
      .work(() => take(request))
      .catch(() => 401)
      .then((status) => response.writeHead(status).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => count,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
