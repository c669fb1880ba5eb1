import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type ApiClient, createApiClient } from './api-client.ts';

export async function startSimulatedApi(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<ApiClient> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return createApiClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, token: 'rfr_test' });
}

/** Returns a handler that sends the response given for the request's path (without its query), and HTTP 404 for any other path. */
export function createPathResponder(answers: Readonly<Record<string, unknown>>) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (answers[path] !== undefined) sendJson(response, 200, answers[path]);
    else sendJson(response, 404, { code: 'not_found', detail: `There is no ${path}.` });
  };
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
