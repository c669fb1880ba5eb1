import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookDelivery } from '@refrain/connectors';

export interface RecordingReceiver {
  readonly url: string;
  readonly received: readonly WebhookDelivery[];
  waitFor(count: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts a server that stores deliveries. `statusOf` gets the number of earlier deliveries and returns the response status. */
export async function startRecordingReceiver(
  statusOf: (before: number) => number = () => 202,
): Promise<RecordingReceiver> {
  const received: WebhookDelivery[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    received.push({ headers, body: Buffer.concat(chunks) });
    response.writeHead(statusOf(received.length - 1)).end();
    server.emit('received');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    async waitFor(count) {
      while (received.length < count) await once(server, 'received');
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
