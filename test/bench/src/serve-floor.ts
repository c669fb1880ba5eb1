import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// A server that returns the same text for each request, with the size of a real page. Its latency is the lowest that the machine permits.
const text = JSON.stringify({ items: 'x'.repeat(30_000) });
const server = createServer((request, response) => {
  if (request.method === 'POST') {
    request.resume().once('end', () => response.writeHead(202).end());
    return;
  }
  response.setHeader('content-type', 'application/json');
  response.end(text);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ ready: true, url: `http://127.0.0.1:${port}` });
});
process.once('SIGTERM', () => process.exit());
