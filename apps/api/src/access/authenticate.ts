import { AppError } from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { Request, RequestHandler } from 'express';
import { readSessionCookie } from './session-cookie.ts';

/**
 * Lets a request through that carries a good token (`Authorization: Bearer rfr_…`) or a signed-in browser's cookie.
 * A cookie alone may only write from our own page: the Origin that a browser sends has to be ours.
 */
export function createAuthenticate(store: Store): RequestHandler {
  return async (request, _response, next) => {
    const token = /^Bearer ([\w-]{1,200})$/u.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) {
      if ((await store.access.findToken(token)) === null) {
        throw new AppError('unauthenticated', 'This token is not known or has expired: create a new one and use that.');
      }
      return next();
    }
    const session = readSessionCookie(request);
    if (session === null || (await store.access.findSession(session)) === null) {
      throw new AppError(
        'unauthenticated',
        'Sign in first: open the sign-in link that Refrain printed at its start, or send `Authorization: Bearer <token>`.',
      );
    }
    if (!isSafe(request) && !isOwnOrigin(request)) {
      throw new AppError('forbidden', 'A write with a browser session has to come from the page of Refrain itself.');
    }
    next();
  };
}

function isSafe(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.origin;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
