import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { cleanUpAfterTest } from '@refrain/store/under-test';

export interface ProxiedRequest {
  readonly method: string;
  readonly path: string;
}

export interface ProxyResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Responds in place of the server behind the proxy. Null closes the connection without a response. */
export type ProxyGuard = (
  asked: ProxiedRequest,
  forward: () => Promise<ProxyResponse>,
) => Promise<ProxyResponse | null>;

export interface ReverseProxy {
  readonly url: string;
  guard: ProxyGuard;
}

export const forwardEveryRequest: ProxyGuard = (_asked, forward) => forward();

/**
 * Starts a reverse proxy whose `guard` may replace, delay or drop each response. URLs of the server in responses are rewritten to the
 * proxy's. Stops after the current test, or after the file if no test is running.
 */
export async function startReverseProxy(target: string): Promise<ReverseProxy> {
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const gate: ReverseProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    guard: forwardEveryRequest,
  };
  cleanUpAfterTest(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const sent = await text(request);
    const path = url.split('?')[0] ?? '/';
    const answer = await gate.guard({ method, path }, () => forward(request, sent));
    if (answer === null) response.destroy();
    else response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  async function forward(request: IncomingMessage, sent: string): Promise<ProxyResponse> {
    const { authorization = '', 'content-type': contentType = 'application/json' } = request.headers;
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'GET',
      headers: { authorization, 'content-type': contentType },
      ...(sent === '' ? {} : { body: sent }),
    });
    const keptHeaders = [...answer.headers].filter(
      ([name]) => !/^(?:content-length|connection|keep-alive|date)$/u.test(name),
    );
    const here = (value: string) => value.replaceAll(target, gate.url);
    return {
      status: answer.status,
      headers: Object.fromEntries(keptHeaders.map(([name, value]) => [name, here(value)])),
      body: here(await answer.text()),
    };
  }
  return gate;
}
