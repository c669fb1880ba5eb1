import { AppError, type Caller, type Decider, formatDecider, tokenScopesInclude } from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { Request, RequestHandler, Response } from 'express';
import type { CallerAccess } from './caller-access.ts';
import { sessionCookie } from './cookie.ts';
import { isSafeHttpMethod, requireSameOrigin } from './origin.ts';

export interface AuthenticateDeps {
  readonly store: Pick<Store, 'access'>;
  readonly allowsSignInLinks: boolean;
  readonly publicUrl: () => string;
}

/**
 * Authenticates a caller by token (`Authorization: Bearer rfr_…`) or by session cookie, whose secret is renewed once an
 * hour. With a cookie, only pages of Refrain's own origin may change data.
 */
export function createAuthenticationHandler({ store, publicUrl, allowsSignInLinks }: AuthenticateDeps): RequestHandler {
  return async (request, response, next) => {
    const token = /^Bearer ([\w-]{1,200})$/u.exec(request.headers.authorization ?? '')?.[1];
    response.locals.access = token === undefined ? await bySession(request, response) : await byToken(token);
    next();
  };

  async function byToken(token: string): Promise<CallerAccess> {
    const known = await store.access.findToken(token);
    if (known === null) {
      throw new AppError('unauthenticated', 'This token is unknown or has expired. Create a new token.');
    }
    const { id, name, scopes, expiresAt, user } = known;
    return { ...describeCaller('token', id, user, name), scopes, expiresAt, tokenId: id };
  }

  async function bySession(request: Request, response: Response): Promise<CallerAccess> {
    const secret = sessionCookie.read(request, publicUrl());
    const session = secret === null ? null : await store.access.findSession(secret);
    // Another process that allows sign-in links may have created the session.
    if (session === null || (session.via === 'link' && !allowsSignInLinks)) {
      throw new AppError(
        'unauthenticated',
        'You are not signed in. Open the web page or the sign-in link that Refrain printed when it started, or send `Authorization: Bearer <token>`.',
      );
    }
    if (!isSafeHttpMethod(request)) requireSameOrigin(request, publicUrl(), 'A write with a browser session');
    const { id, user, token, isDue } = session;
    const renewed = isDue ? await store.access.renewSession(id) : null;
    if (renewed !== null) sessionCookie.set(response, renewed.secret, publicUrl());
    const isLimited = token !== null && !tokenScopesInclude(token.scopes, user.role);
    return {
      ...describeCaller('session', id, user, null),
      scopes: isLimited ? token.scopes : null,
      expiresAt: token?.expiresAt ?? null,
      tokenId: token?.id ?? null,
    };
  }
}

function describeCaller(kind: 'token' | 'session', id: string, user: Caller, tokenName: string | null) {
  const decider: Decider = { via: kind, userId: user.id, name: user.name, viaId: id, tokenName };
  const grant = { kind, id, role: user.role };
  return { caller: `${kind}/${id}`, decider, name: formatDecider(decider), user, grant };
}
