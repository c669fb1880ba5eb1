import { AppError, SessionResponse, SessionsResponse, SignInLinkResponse } from '@refrain/domain';
import type { Response } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import {
  requireAccess,
  requireGrantableScopes,
  requireTokenWithoutExpiry,
} from '../http/authentication/caller-access.ts';
import { sessionCookie } from '../http/authentication/cookie.ts';
import { ListQuery, paginateInMemory } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createSignInLink } from './sign-in/link-sign-in.ts';

export function createSessionRoutes(deps: ApiDeps): Route[] {
  const { store } = deps;
  const endSessionHere = (response: Response) => {
    sessionCookie.clear(response, deps.publicUrl());
    // Clears the browser's HTTP cache (https://www.w3.org/TR/clear-site-data/).
    response.setHeader('Clear-Site-Data', '"cache"');
  };
  return [
    defineRoute('get', '/v1/session', {
      operationId: 'findSession',
      needs: 'viewer',
      tag: 'access',
      summary: 'Get the user who sends the request',
      responses: { 200: SessionResponse },
      handle: ({ response }) => ({ signedIn: true as const, user: requireAccess(response).user }),
    }),
    defineRoute('get', '/v1/sessions', {
      operationId: 'listSessions',
      needs: 'viewer',
      tag: 'access',
      summary: 'List the browsers in which you are signed in',
      query: ListQuery,
      responses: { 200: SessionsResponse },
      async handle({ query, response }) {
        const { user, grant } = requireAccess(response);
        const sessions = await store.access.listSessions(user.id);
        const isCurrent = (id: string) => grant.kind === 'session' && grant.id === id;
        return paginateInMemory(
          sessions.map((session) => ({ ...session, isCurrent: isCurrent(session.id) })),
          query,
        );
      },
    }),
    defineRoute('delete', '/v1/sessions/{id}', {
      operationId: 'endSession',
      needs: 'viewer',
      tag: 'access',
      summary: 'Sign out one of your browsers',
      responses: { 204: null },
      errors: ['not_found'],
      async handle({ params, response }) {
        const access = requireAccess(response);
        requireGrantableScopes(access, [access.user.role]);
        await store.access.endOwnSession(params.id, access.user.id);
        if (access.grant.kind === 'session' && access.grant.id === params.id) endSessionHere(response);
      },
    }),
    defineRoute('post', '/v1/sign-out', {
      operationId: 'signOut',
      needs: 'viewer',
      isIdempotent: true,
      tag: 'access',
      summary: 'End the session of this browser',
      responses: { 204: null },
      async handle({ request, response }) {
        const secret = sessionCookie.read(request, deps.publicUrl());
        if (secret !== null) await store.access.endSession(secret);
        endSessionHere(response);
      },
    }),
    defineRoute('post', '/v1/sign-out/everywhere', {
      operationId: 'signOutEverywhere',
      needs: 'viewer',
      isIdempotent: true,
      tag: 'access',
      summary: 'End your sessions in every browser',
      responses: { 204: null },
      async handle({ response }) {
        const access = requireAccess(response);
        requireGrantableScopes(access, [access.user.role]);
        await store.access.endSessionsOf(access.user.id);
        endSessionHere(response);
      },
    }),
    defineRoute('post', '/v1/sign-in-links', {
      operationId: 'createSignInLink',
      needs: 'viewer',
      returnsSecret: true,
      tag: 'access',
      summary: 'Create a link that signs in another of your browsers once, within an hour',
      responses: { 201: SignInLinkResponse },
      async handle({ response }) {
        const access = requireAccess(response);
        requireGrantableScopes(access, [access.user.role]);
        requireTokenWithoutExpiry(access);
        // A sign-in link would bypass the identity provider, at which the user must sign in again every day.
        if ((await store.access.findUser(access.user.id))?.signInMethod !== 'link') {
          throw new AppError(
            'forbidden',
            'You sign in through an identity provider. Sign in the other browser through this provider too.',
          );
        }
        return createSignInLink(deps, access.user.id, access.tokenId);
      },
    }),
  ];
}
