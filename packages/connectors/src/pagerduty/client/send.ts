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
  /** Those of the rate limit, and `date`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where the body is no JSON. */
  readonly data: unknown;
  /** JSON was promised, and the body ended before it did. */
  readonly isBroken: boolean;
}

/** For the headers of one try, and as long again for its body. */
const tryTimeoutMs = 30_000;
/** Larger than a hundred incidents with events of PagerDuty's largest size, 512 KB. Counted after decompression. */
const maxBytes = 64 * 1_024 * 1_024;
const tooMany = 429;
/** What the library is told instead of a 429. No server can say it: a status has three digits. */
const tooManyForLibrary = 4_290;
/**
 * Without one that keeps its connections the library opens another for every request, which costs more than the request. A
 * write gets a new one: it cannot be tried again where a kept connection has just ended.
 */
const plainAgents: Outbound['agents'] = {
  kept: { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) },
  fresh: { 'http:': new HttpAgent(), 'https:': new HttpsAgent() },
};
const ownAgents = new WeakSet<HttpAgent>();

/**
 * What the library's fetch does not do by itself. After a 429 it would wait a fixed time and ask three times more, past what
 * all processes wait: it is given another status. The rest of a body it awaits for ever when the connection ends in its
 * midst: it is told. It would go on receiving a body that is too large or too slow: the connection is closed.
 */
subscribe('http.client.response.finish', (message) => {
  const { request, response } = message as {
    request: ClientRequest & { agent?: HttpAgent };
    response: IncomingMessage;
  };
  if (request.agent === undefined || !ownAgents.has(request.agent)) return;
  if (response.statusCode === tooMany) response.statusCode = tooManyForLibrary;
  if (Number(response.headers['content-length']) > maxBytes) request.destroy(createTooLargeError(maxBytes));
  const timer = setTimeout(() => request.destroy(new Error('The answer did not end in time')), tryTimeoutMs);
  timer.unref();
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.complete) request.emit('error', new Error('The connection ended before the answer did'));
  });
});

/**
 * One request through PagerDuty's library. It rejects with the response itself where the body is no JSON, and does not look
 * at the status otherwise.
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
    // Of node-fetch, which the library speaks through. A redirect is an answer like any other, and leads nowhere.
    ...{ agent, size: maxBytes, redirect: 'manual' },
  }).then(
    (response) => answerOf(response, response.data),
    (thrown: unknown) => {
      if (!isResponse(thrown)) throw thrown;
      const { body, status } = thrown;
      // node-fetch stops collecting at `size`, and goes on receiving.
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
  /** A stream of Node, since the library uses node-fetch. */
  readonly body: Readable;
}

const pickedHeaders = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after', 'date'];

function answerOf({ status: told, headers }: Omit<ResponseLike, 'body'>, data: unknown): SendResponse {
  const status = told === tooManyForLibrary ? tooMany : told;
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
