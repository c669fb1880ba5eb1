import type { IncomingHttpHeaders } from 'node:http';
import { listenOnLoopback } from '../http/listen-on-loopback.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * Starts a server that records requests. Responds to the first requests with the given `statuses`, and to later requests with the status
 * that `answer` returns. If the status is 0, does not respond.
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
