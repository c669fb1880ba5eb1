import { subscribe } from 'node:diagnostics_channel';
import { type ClientRequest, Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Readable } from 'node:stream';
import { api } from '@pagerduty/pdjs';
import { createBodyTooLargeError, findExceededResponseLimit } from '../../outbound/limit-response-body.ts';
import type { OutboundConnections } from '../../outbound/open-outbound-connections.ts';

export type Query = Readonly<Record<string, string | string[]>>;

export interface RequestToSend {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly query: Query;
  readonly body: object | undefined;
  readonly from: string | undefined;
  readonly token: string;
  readonly tokenType: 'token' | 'bearer';
  readonly userAgent: string;
}

export interface ReceivedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: unknown;
  /** Whether the JSON body was truncated. */
  readonly isBroken: boolean;
}

const tryTimeoutMs = 30_000;
/** Limit after decompression. A page of 100 incidents has at most 51 MB, since an event has at most 512 KB. */
const maxBytes = 64 * 1_024 * 1_024;
const tooMany = 429;
/** Status that replaces 429, so that the library does not retry. No server sends it, since it has four digits. */
const tooManyForLibrary = 4_290;
/**
 * Agents that reuse connections for reads. Writes use new connections, because a reused one may be closed and a write
 * cannot be retried.
 */
const plainAgents: OutboundConnections['agents'] = {
  kept: { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) },
  fresh: { 'http:': new HttpAgent(), 'https:': new HttpsAgent() },
};
const ownAgents = new WeakSet<HttpAgent>();

/**
 * Works around defects of the library: it would retry a 429 three times at fixed intervals, wait forever after a broken
 * connection, and go on reading a body that is too large or too slow.
 */
subscribe('http.client.response.finish', (message) => {
  const { request, response } = message as {
    request: ClientRequest & { agent?: HttpAgent };
    response: IncomingMessage;
  };
  if (request.agent === undefined || !ownAgents.has(request.agent)) return;
  if (response.statusCode === tooMany) response.statusCode = tooManyForLibrary;
  if (Number(response.headers['content-length']) > maxBytes) request.destroy(createBodyTooLargeError(maxBytes));
  const timer = setTimeout(() => request.destroy(new Error('The response did not end in time')), tryTimeoutMs);
  timer.unref();
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.complete) request.emit('error', new Error('The connection ended before the response did'));
  });
});

export async function send(
  request: RequestToSend,
  signal: AbortSignal,
  agents: OutboundConnections['agents'] = plainAgents,
): Promise<ReceivedResponse> {
  signal.throwIfAborted();
  const { method, url, query, body, from, token, tokenType, userAgent } = request;
  const agent = agents[method === 'GET' ? 'kept' : 'fresh'][url.startsWith('https:') ? 'https:' : 'http:'];
  ownAgents.add(agent);
  const oversize = new AbortController();
  // The library passes these options to node-fetch, but its types lack them. Redirects are returned, not followed.
  const fetchOptions = { agent, size: maxBytes, redirect: 'manual' as const };
  return api({
    url, // the library's option `server` would always use HTTPS
    method,
    token,
    tokenType,
    headers: { 'User-Agent': userAgent, ...(from === undefined ? {} : { From: from }) },
    queryParameters: { ...query },
    ...(body === undefined ? {} : { data: body }),
    requestTimeout: 0, // 0 disables the library's timer, which stops no request and keeps the process alive
    timeout: tryTimeoutMs,
    signal: AbortSignal.any([signal, oversize.signal]),
    ...fetchOptions,
  }).then(
    (response) => answerOf(response, response.data),
    (thrown: unknown) => {
      if (!isResponse(thrown)) throw thrown;
      const { body, status } = thrown;
      // node-fetch ignores data beyond `size` but goes on receiving.
      const exceeds = !body.readableEnded && !body.destroyed && !signal.aborted;
      if (exceeds) oversize.abort();
      const limit = exceeds ? maxBytes : findExceededResponseLimit(body.errored);
      if (limit !== null && status < 300) throw createBodyTooLargeError(limit);
      return answerOf(thrown, undefined);
    },
  );
}

interface ResponseLike {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readable;
}

const pickedHeaders = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after', 'date'];

function answerOf({ status: libraryStatus, headers }: Omit<ResponseLike, 'body'>, data: unknown): ReceivedResponse {
  const status = libraryStatus === tooManyForLibrary ? tooMany : libraryStatus;
  const picked = pickedHeaders.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const isJson = headers.get('content-type')?.includes('json') ?? false;
  const isEmpty = status === 202 || status === 204 || headers.get('content-length') === '0';
  const isBroken = data === undefined && isJson && !isEmpty && status < 300;
  return { status, headers: Object.fromEntries(picked), data: data ?? (isEmpty ? {} : undefined), isBroken };
}

function isResponse(thrown: unknown): thrown is ResponseLike {
  return typeof thrown === 'object' && thrown !== null && !(thrown instanceof Error) && 'status' in thrown;
}
