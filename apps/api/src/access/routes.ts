import { AppError, NewToken, SessionAnswer, SignInLinkAnswer, TokenAnswer, TokensAnswer } from '@refrain/domain';
import { Router } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { limitPerAddress } from '../limit-per-address.ts';
import { ListQuery, pageOfAll } from '../list-query.ts';
import { defineRoute, type Route } from '../route/define-route.ts';
import { clearSessionCookie, readSessionCookie, sessionLifetimeMs, setSessionCookie } from './session-cookie.ts';

/** How long a printed sign-in link can be used, in milliseconds. */
const linkLifetimeMs = 60 * 60 * 1000;

/** A fresh one-time link; each call makes another. */
export async function createSignInUrl({ store, publicUrl }: Pick<ApiDeps, 'store' | 'publicUrl'>): Promise<string> {
  const { secret } = await store.access.createSignInLink(linkLifetimeMs);
  return `${publicUrl()}/sign-in/${secret}`;
}

/**
 * `GET /sign-in/:secret`: a link works once, and then the browser is signed in. A person whose link does not work any more
 * is sent to the page that says so. `HEAD`, as chats and mail scanners ask before a person does, uses nothing up.
 */
export function createSignInRoutes({ store, publicUrl }: ApiDeps): Router {
  const router = Router();
  router.head('/sign-in/:secret', (_request, response) => {
    response.status(204).end();
  });
  router.get('/sign-in/:secret', limitPerAddress(30), async (request, response) => {
    if (!(await store.access.useSignInLink(String(request.params.secret)))) {
      if (request.accepts(['json', 'html']) === 'html') {
        response.redirect(303, '/?link=used');
        return;
      }
      throw new AppError('unauthenticated', 'This sign-in link was used before or is too old: ask for a new one.');
    }
    const { secret } = await store.access.createSession(sessionLifetimeMs);
    setSessionCookie(response, secret, publicUrl());
    response.redirect(303, '/');
  });
  return router;
}

/** Who is asking, sign-out, tokens and further sign-in links. All need a sign-in. */
export function createAccessRoutes(deps: ApiDeps): Route[] {
  const { store } = deps;
  return [
    defineRoute({
      method: 'get',
      path: '/v1/session',
      operationId: 'findSession',
      tag: 'access',
      summary: 'Whether the caller is signed in',
      answers: { 200: SessionAnswer },
      handle: () => ({ signedIn: true as const }),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/sign-out',
      operationId: 'signOut',
      isHarmless: true,
      tag: 'access',
      summary: 'End the session of this browser',
      answers: { 204: null },
      async handle({ request, response }) {
        const secret = readSessionCookie(request);
        if (secret !== null) await store.access.endSession(secret);
        clearSessionCookie(response);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/sign-in-links',
      operationId: 'createSignInLink',
      tellsSecret: true,
      tag: 'access',
      summary: 'Make a link that signs a browser in, once, within the hour',
      answers: { 201: SignInLinkAnswer },
      handle: async () => ({ url: await createSignInUrl(deps) }),
    }),
    defineRoute({
      method: 'get',
      path: '/v1/tokens',
      operationId: 'listTokens',
      tag: 'access',
      summary: 'List the tokens, without their secrets',
      query: ListQuery,
      answers: { 200: TokensAnswer },
      handle: async ({ query }) => pageOfAll(await store.access.listTokens(), query),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/tokens',
      operationId: 'createToken',
      tellsSecret: true,
      tag: 'access',
      summary: 'Make a token',
      description: 'The token is told in this answer and never again: only its digest is kept.',
      body: NewToken,
      answers: { 201: TokenAnswer },
      handle: ({ body }) => store.access.createToken(body.name, body.expiresAt),
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/tokens/{id}',
      operationId: 'revokeToken',
      tag: 'access',
      summary: 'Revoke a token',
      answers: { 204: null },
      errors: ['not_found'],
      async handle({ params }) {
        await store.access.revokeToken(params.id);
      },
    }),
  ];
}
