import { AppError } from '@refrain/domain';
import type { Request, RequestHandler, Response } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { readSessionCookie } from './session-cookie.ts';

/**
 * Lets a request through that carries a good token (`Authorization: Bearer rfr_…`) or a signed-in browser's cookie.
 * A cookie alone may only write from our own page: the Origin that a browser sends has to be ours, by the name that the
 * browser used or, behind a proxy that names us otherwise, by our public address.
 */
export function createAuthenticate({ store, publicUrl }: Pick<ApiDeps, 'store' | 'publicUrl'>): RequestHandler {
  return async (request, response, next) => {
    const token = /^Bearer ([\w-]{1,200})$/u.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) {
      const known = await store.access.findToken(token);
      if (known === null) {
        throw new AppError('unauthenticated', 'This token is not known or has expired: create a new one and use that.');
      }
      response.locals.caller = `token/${known.id}`;
      response.locals.callerName = `the token “${known.name}”`;
      return next();
    }
    const secret = readSessionCookie(request);
    const session = secret === null ? null : await store.access.findSession(secret);
    if (session === null) {
      throw new AppError(
        'unauthenticated',
        'Sign in first: open the sign-in link that Refrain printed at its start, or send `Authorization: Bearer <token>`.',
      );
    }
    if (!isSafe(request) && !isOwnOrigin(request, publicUrl())) {
      throw new AppError('forbidden', 'A write with a browser session has to come from the page of Refrain itself.');
    }
    response.locals.caller = `session/${session.id}`;
    response.locals.callerName = 'someone signed in to the page';
    next();
  };
}

/** Who asks, for the audit: people share the page's sign-in, so that more than a token's name is not known. */
export function nameOfCaller({ locals }: Response): string {
  return String(locals.callerName ?? 'someone');
}

function isSafe(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

function isOwnOrigin({ headers }: Request, publicUrl: string): boolean {
  if (headers.origin === undefined || !URL.canParse(headers.origin)) return false;
  const { host } = new URL(headers.origin);
  return host === headers.host || host === new URL(publicUrl).host;
}
