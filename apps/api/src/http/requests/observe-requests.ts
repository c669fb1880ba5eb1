import { beginRequestTrace, findTraceId } from '@refrain/process';
import type { Request, RequestHandler, Response } from 'express';
import { findCaller } from '../authentication/caller-access.ts';

export interface RequestSummary {
  readonly method: string;
  /** The path with parameter names instead of values; null for static files and unknown paths. */
  readonly route: string | null;
  readonly status: number;
  /** The duration of the request in seconds; null for event streams. */
  readonly tookSeconds: number | null;
  /** The kind and id of the session or token; null if unauthenticated. */
  readonly caller: string | null;
  /** The outcome of a sign-in attempt; null for other requests. */
  readonly signIn: 'done' | 'refused' | null;
  readonly hasCredential: boolean;
  readonly traceId: string | null;
}

/**
 * Records the outcome of a sign-in attempt for `observeRequests`.
 * @param caller the new session, as `session/<id>`
 */
export function recordSignInOutcome(
  { locals }: Response,
  ended: NonNullable<RequestSummary['signIn']>,
  caller: string | null = null,
): void {
  locals.signIn = ended;
  locals.signedInAs = caller;
}

export const traceIdHeader = 'x-request-id';
/** Paths of health checks, which are neither traced nor reported. */
const probes: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/**
 * Traces each request, and reports it when the response closes. Continues a trace only for a trusted proxy, because any
 * other client could add spans to somebody else's trace or switch off the recording of traces.
 */
export function observeRequests(onResponse: (request: RequestSummary) => void): RequestHandler {
  return (request, response, next) => {
    if (probes.has(request.path)) return next();
    const { method, headers } = request;
    const begunAt = performance.now();
    const traced = beginRequestTrace(method, isFromTrustedProxy(request) ? headers.traceparent : undefined);
    let traceId: string | null = null;
    response.once('close', () => {
      const answer = { method, route: routeOf(request), status: response.statusCode };
      traced.end(answer);
      onResponse({
        ...answer,
        tookSeconds: isEndless(response) ? null : (performance.now() - begunAt) / 1_000,
        caller: findCaller(response) ?? signedInAs(response),
        signIn: signInOf(response),
        hasCredential: headers.authorization !== undefined || headers.cookie !== undefined,
        traceId,
      });
    });
    traced.run(() => {
      traceId = findTraceId();
      if (traceId !== null) response.setHeader(traceIdHeader, traceId);
      next();
    });
  };
}

function isFromTrustedProxy({ app, socket }: Request): boolean {
  const trusts = app.get('trust proxy fn') as (address: string | undefined, hops: number) => boolean;
  return trusts(socket.remoteAddress, 0);
}

function signedInAs({ locals }: Response): string | null {
  return (locals.signedInAs as string | null | undefined) ?? null;
}

function signInOf({ locals }: Response): RequestSummary['signIn'] {
  return (locals.signIn as RequestSummary['signIn'] | undefined) ?? null;
}

/** Returns the matched route. Requested paths would be an unbounded set of metric labels. */
function routeOf({ route, originalUrl }: Request): string | null {
  if (route === undefined) return null;
  const path = originalUrl.toLowerCase();
  const mount = mounts.find((one) => path.startsWith(`${one}/`)) ?? '';
  return `${mount}${String(route.path)}`;
}

/** The mount paths of the routers. After an error, Express no longer knows which router handled a request. */
const mounts = ['/webhooks', '/connect/github', '/sign-in', '/sign-in-with', '/queues'] as const;

function isEndless(response: Response): boolean {
  return String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
}
