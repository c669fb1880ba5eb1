import { beginRequest, traceIdOf } from '@refrain/process';
import type { Request, RequestHandler, Response } from 'express';
import { findCaller } from '../authentication/access.ts';

/** A request that was answered, as the figures have it. */
export interface RequestRecord {
  readonly method: string;
  /** As it is mounted, with names in place of values; null of the page's files and of what there is not. */
  readonly route: string | null;
  readonly status: number;
  /** Null of an answer that has no end, as of events that are followed. */
  readonly tookSeconds: number | null;
  /** Who asked, by the id of their session or token; null of whom nobody knows. */
  readonly caller: string | null;
  /** Whether somebody signed in, or was not let in; null where nobody tried to. */
  readonly signIn: 'done' | 'refused' | null;
  /** Whether something was sent that may say who asks. */
  readonly hasCredential: boolean;
  readonly traceId: string | null;
}

/** For whoever watches requests: how the attempt to sign in ended. @param caller as whom who signed in asks from then on */
export function recordSignIn(
  { locals }: Response,
  ended: NonNullable<RequestRecord['signIn']>,
  caller: string | null = null,
): void {
  locals.signIn = ended;
  locals.signedInAs = caller;
}

export const traceHeader = 'x-request-id';
/** Asked every few seconds by whoever watches the process. */
const probes: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/**
 * Gives each request a trace, or goes on with that of a trusted proxy, and tells of it when it was answered: anyone else could join
 * another's trace, or turn the recording off. The trace's id is in the
 * answer's header, in problems and in the log, and goes along with the jobs that the request asks for.
 */
export function watchRequests(onResponse: (request: RequestRecord) => void): RequestHandler {
  return (request, response, next) => {
    if (probes.has(request.path)) return next();
    const { method, headers } = request;
    const begunAt = performance.now();
    const traced = beginRequest(method, isTrusted(request) ? headers.traceparent : undefined);
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
      traceId = traceIdOf();
      if (traceId !== null) response.setHeader(traceHeader, traceId);
      next();
    });
  };
}

/** Whether the other end of the connection is a proxy whose word is taken. */
function isTrusted({ app, socket }: Request): boolean {
  const trusts = app.get('trust proxy fn') as (address: string | undefined, hops: number) => boolean;
  return trusts(socket.remoteAddress, 0);
}

function signedInAs({ locals }: Response): string | null {
  return (locals.signedInAs as string | null | undefined) ?? null;
}

function signInOf({ locals }: Response): RequestRecord['signIn'] {
  return (locals.signIn as RequestRecord['signIn'] | undefined) ?? null;
}

/** The address that matched, not the one that was asked for: of those there are as many as anyone thinks of. */
function routeOf({ route, originalUrl }: Request): string | null {
  if (route === undefined) return null;
  const asked = originalUrl.toLowerCase();
  const mount = mounts.find((one) => asked.startsWith(`${one}/`)) ?? '';
  return `${mount}${String(route.path)}`;
}

/** Where routers are whose routes do not begin with it. An error takes a request out of its router, which then is not known any more. */
const mounts = ['/webhooks', '/connect/github', '/sign-in', '/sign-in-with', '/queues'] as const;

function isEndless(response: Response): boolean {
  return String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
}
