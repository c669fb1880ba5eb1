import type { ServerResponse } from 'node:http';
import type { InjectedResponseFault } from './fault-injector.ts';
import type { Reply } from './reply.ts';

const failures = [500, 502, 503] as const;

/** Returns the HTML page of a vendor's gateway for a failure of the API behind it. */
export function renderGatewayErrorPage({ randomNumber }: InjectedResponseFault): Reply {
  const status = failures[Math.floor(randomNumber * failures.length)] ?? 500;
  return {
    status,
    html: `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`,
    headers: status === 503 ? { 'retry-after': '1' } : {},
  };
}

export function cutConnection(response: ServerResponse): void {
  response.socket?.destroy();
}

export function sendTruncatedResponse(response: ServerResponse, body: string): void {
  const bytes = Buffer.from(body);
  response.setHeader('content-length', bytes.length);
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => cutConnection(response));
}

export function sendSlowResponse(response: ServerResponse, body: string, pauseMs: number): void {
  const bytes = Buffer.from(body);
  const middle = Math.floor(bytes.length / 2);
  response.setHeader('content-length', bytes.length);
  response.write(bytes.subarray(0, middle));
  const rest = setTimeout(() => response.end(bytes.subarray(middle)), pauseMs);
  response.once('close', () => clearTimeout(rest));
}
