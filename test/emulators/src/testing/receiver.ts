import type { IncomingHttpHeaders } from 'node:http';
import { listenOnLoopback } from '../http/listen-on-loopback.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * Starts a server that records requests. The first responses have the given `statuses`. Later responses have the status that `answer`
 * returns. Status 0 means that the server does not respond.
 */
export async function startWebhookReceiver(statuses: number[] = [], answer: (body: string) => number = () => 200) {
  const received: Received[] = [];
  const server = await listenOnLoopback((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      received.push({ headers: request.headers, body });
      const status = statuses.shift() ?? answer(body);
      if (status > 0) response.writeHead(status).end();
    });
  }, 0);
  return { ...server, received };
}
