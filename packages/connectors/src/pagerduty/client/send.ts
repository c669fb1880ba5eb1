import { subscribe } from 'node:diagnostics_channel';
import { type ClientRequest, Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Readable } from 'node:stream';
import { api } from '@pagerduty/pdjs';
import { createTooLargeError, findExceededLimit } from '../../outbound/limit-response.ts';
import type { Outbound } from '../../outbound/open-outbound.ts';

export type Query = Readonly<Record<string, string | string[]>>;

export interface SentRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly query: Query;
  readonly body: object | undefined;
  readonly from: string | undefined;
  readonly token: string;
  readonly tokenType: 'token' | 'bearer';
  readonly userAgent: string;
}

export interface SendResponse {
  readonly status: number;
  /** The headers of the rate limit, and `date`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined if the body is not JSON. */
  readonly data: unknown;
  /** Whether the body of a JSON response was cut off. */
  readonly isBroken: boolean;
}

/** Limits the wait for the headers of one try, and again that for its body. */
const tryTimeoutMs = 30_000;
/** Larger than a hundred incidents with events of PagerDuty's largest size, 512 KB. Counted after decompression. */
const maxBytes = 64 * 1_024 * 1_024;
const tooMany = 429;
/** Replaces a 429 for the library. No server can send it, since a status has three digits. */
const tooManyForLibrary = 4_290;
/**
 * Reuses connections for reads. The library would otherwise open one for every request, which costs more than the
 * request. Writes use a new connection, because they cannot be retried if a reused one has just been closed.
 */
const plainAgents: Outbound['agents'] = {
  kept: { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) },
  fresh: { 'http:': new HttpAgent(), 'https:': new HttpsAgent() },
};
const ownAgents = new WeakSet<HttpAgent>();

/**
 * Works around three gaps of the library's fetch. After a 429 it would wait a fixed time and retry three times, despite
 * the shared wait, so it gets another status. It would wait forever for the rest of a body when the connection breaks,
 * so it gets an error. It would continue to receive a body that is too large or too slow, so the connection is closed.
 */
subscribe('http.client.response.finish', (message) => {
  const { request, response } = message as {
    request: ClientRequest & { agent?: HttpAgent };
    response: IncomingMessage;
  };
  if (request.agent === undefined || !ownAgents.has(request.agent)) return;
  if (response.statusCode === tooMany) response.statusCode = tooManyForLibrary;
  if (Number(response.headers['content-length']) > maxBytes) request.destroy(createTooLargeError(maxBytes));
  const timer = setTimeout(() => request.destroy(new Error('The response did not end in time')), tryTimeoutMs);
  timer.unref();
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.complete) request.emit('error', new Error('The connection ended before the response did'));
  });
});

/**
 * Sends one request through PagerDuty's library. Rejects with the response itself if the body is not JSON; otherwise
 * ignores the status.
 */
export async function send(
  request: SentRequest,
  signal: AbortSignal,
  agents: Outbound['agents'] = plainAgents,
): Promise<SendResponse> {
  signal.throwIfAborted();
  const { method, url, query, body, from, token, tokenType, userAgent } = request;
  const agent = agents[method === 'GET' ? 'kept' : 'fresh'][url.startsWith('https:') ? 'https:' : 'http:'];
  ownAgents.add(agent);
  const oversize = new AbortController();
  // Options of node-fetch, which the library's types leave out. Redirects are returned and not followed.
  const fetchOptions = { agent, size: maxBytes, redirect: 'manual' as const };
  return api({
    url, // `server` would speak https to whatever it is given
    method,
    token,
    tokenType,
    headers: { 'User-Agent': userAgent, ...(from === undefined ? {} : { From: from }) },
    queryParameters: { ...query },
    ...(body === undefined ? {} : { data: body }),
    requestTimeout: 0, // its timer never stops a request, and keeps the process alive for 30 s
    timeout: tryTimeoutMs,
    signal: AbortSignal.any([signal, oversize.signal]),
    ...fetchOptions,
  }).then(
    (response) => answerOf(response, response.data),
    (thrown: unknown) => {
      if (!isResponse(thrown)) throw thrown;
      const { body, status } = thrown;
      // node-fetch stops collecting at `size`, but continues to receive.
      const exceeds = !body.readableEnded && !body.destroyed && !signal.aborted;
      if (exceeds) oversize.abort();
      const limit = exceeds ? maxBytes : findExceededLimit(body.errored);
      if (limit !== null && status < 300) throw createTooLargeError(limit);
      return answerOf(thrown, undefined);
    },
  );
}

interface ResponseLike {
  readonly status: number;
  readonly headers: Headers;
  /** A Node stream, since the library uses node-fetch. */
  readonly body: Readable;
}

const pickedHeaders = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after', 'date'];

function answerOf({ status: libraryStatus, headers }: Omit<ResponseLike, 'body'>, data: unknown): SendResponse {
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
