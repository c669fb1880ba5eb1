import { subscribe } from 'node:diagnostics_channel';
import { type ClientRequest, Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { api } from '@pagerduty/pdjs';

export type Query = Readonly<Record<string, string | string[]>>;

export interface SentRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly query: Query;
  readonly body: object | undefined;
  readonly token: string;
  readonly tokenType: 'token' | 'bearer';
  readonly userAgent: string;
  /** Milliseconds that the library waits after a 429. */
  readonly retryTimeout: number;
}

export interface SentAnswer {
  readonly status: number;
  /** Those of the rate limit. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where the body is no JSON. */
  readonly data: unknown;
  /** JSON was promised, and the body ended before it did. */
  readonly isBroken: boolean;
}

/** For the headers of one try, and as long again for its body. */
const tryTimeoutMs = 30_000;
/** Larger than a hundred incidents with events of PagerDuty's largest size, 512 KB. */
const mostBytes = 64 * 1_024 * 1_024;
/** Without them the library opens a connection for every request, which costs more than the request. */
const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) };

/** The library's fetch waits for the rest of a body for ever when the connection ends in its midst: it is told. */
subscribe('http.client.response.finish', (message) => {
  const { request, response } = message as { request: ClientRequest & { agent?: unknown }; response: IncomingMessage };
  if (request.agent !== agents['http:'] && request.agent !== agents['https:']) return;
  response.once('close', () => {
    if (!response.complete) request.emit('error', new Error('The connection ended before the answer did'));
  });
});

/**
 * One request through PagerDuty's library, which tries three times more after a 429. It rejects with the response itself
 * where the body is no JSON, and does not look at the status otherwise.
 */
export async function send(request: SentRequest, signal: AbortSignal): Promise<SentAnswer> {
  signal.throwIfAborted();
  const { method, url, query, body, token, tokenType, userAgent, retryTimeout } = request;
  const kept = method === 'GET' ? { agent: agents[url.startsWith('https:') ? 'https:' : 'http:'] } : {};
  const answer = api({
    url, // `server` would speak https to whatever it is given
    method,
    token,
    tokenType,
    headers: { 'User-Agent': userAgent },
    queryParameters: { ...query },
    ...(body === undefined ? {} : { data: body }),
    requestTimeout: 0, // its timer never stops a request, and keeps the process alive for 30 s
    retryTimeout,
    timeout: tryTimeoutMs,
    signal,
    ...{ ...kept, size: mostBytes }, // of node-fetch, which the library speaks through
  }).then(
    (response) => answerOf(response, response.data),
    (thrown: unknown) => {
      if (isResponse(thrown)) return answerOf(thrown, undefined);
      throw thrown;
    },
  );
  return orAborted(answer, signal);
}

interface ResponseLike {
  readonly status: number;
  readonly headers: Headers;
}

function answerOf({ status, headers }: ResponseLike, data: unknown): SentAnswer {
  const picked = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after'].flatMap((name) => {
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

/** The library's wait after a 429 knows no signal: the caller need not wait with it. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
