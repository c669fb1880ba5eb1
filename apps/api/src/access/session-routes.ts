import {
  AppError,
  dayInMs,
  type Instant,
  NewToken,
  type Scope,
  SessionAnswer,
  SessionsAnswer,
  SignInLinkAnswer,
  scopesInclude,
  TokenAnswer,
  TokensAnswer,
} from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { Response } from 'express';
import { accessOf, refuseBeyond, refuseLasting } from '../http/authentication/access.ts';
import { sessionCookie } from '../http/authentication/session-cookie.ts';
import { ListQuery, pageOfAll } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { tags } from '../http/routing/tags.ts';
import { createSignInUrl, type LinkSignInDeps } from './sign-in/link-sign-in.ts';

export type SessionRouteDeps = LinkSignInDeps & {
  readonly store: Pick<Store, 'users'>;
};

/** How long a token of somebody lasts at most who signs in by a provider, which may let them in no more meanwhile. */
const longestOfProviderMs = 90 * dayInMs;

/** Who is asking, sign-out, tokens and further sign-in links. All need a sign-in. */
export function createSessionRoutes(deps: SessionRouteDeps): Route[] {
  const { store } = deps;
  const endHere = (response: Response) => {
    sessionCookie.clear(response, deps.publicUrl());
    // Answers that the browser keeps to ask whether they still hold (https://www.w3.org/TR/clear-site-data/).
    response.setHeader('Clear-Site-Data', '"cache"');
  };
  return [
    defineRoute({
      method: 'get',
      path: '/v1/session',
      operationId: 'findSession',
      needs: 'viewer',
      tag: 'access',
      summary: 'Who asks',
      responses: { 200: SessionAnswer },
      handle: ({ response }) => ({ signedIn: true as const, user: accessOf(response).user }),
    }),
    defineRoute({
      method: 'get',
      path: '/v1/sessions',
      operationId: 'listSessions',
      needs: 'viewer',
      tag: 'access',
      summary: 'List the browsers in which you are signed in',
      query: ListQuery,
      responses: { 200: SessionsAnswer },
      async handle({ query, response }) {
        const { user, grant } = accessOf(response);
        const sessions = await store.access.listSessions(user.id);
        const isCurrent = (id: string) => grant.kind === 'session' && grant.id === id;
        return pageOfAll(
          sessions.map((session) => ({ ...session, isCurrent: isCurrent(session.id) })),
          query,
        );
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/sessions/{id}',
      operationId: 'endSession',
      needs: 'viewer',
      tag: 'access',
      summary: 'Sign one of your browsers out',
      responses: { 204: null },
      errors: ['not_found'],
      async handle({ params, response }) {
        const access = accessOf(response);
        refuseBeyond(access, [access.user.role]);
        await store.access.endSessionOf(params.id, access.user.id);
        if (access.grant.kind === 'session' && access.grant.id === params.id) endHere(response);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/sign-out',
      operationId: 'signOut',
      needs: 'viewer',
      isIdempotent: true,
      tag: 'access',
      summary: 'End the session of this browser',
      responses: { 204: null },
      async handle({ request, response }) {
        const secret = sessionCookie.read(request, deps.publicUrl());
        if (secret !== null) await store.access.endSession(secret);
        endHere(response);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/sign-out/everywhere',
      operationId: 'signOutEverywhere',
      needs: 'viewer',
      isIdempotent: true,
      tag: 'access',
      summary: 'End your sessions in every browser',
      responses: { 204: null },
      async handle({ response }) {
        const access = accessOf(response);
        refuseBeyond(access, [access.user.role]);
        await store.access.endSessionsOf(access.user.id);
        endHere(response);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/sign-in-links',
      operationId: 'createSignInLink',
      needs: 'viewer',
      returnsSecret: true,
      tag: 'access',
      summary: 'Make a link that signs another browser of yours in, once, within the hour',
      responses: { 201: SignInLinkAnswer },
      async handle({ response }) {
        const access = accessOf(response);
        refuseBeyond(access, [access.user.role]);
        refuseLasting(access);
        // What a provider lets in for a day would stay by links for ever.
        if ((await store.users.find(access.user.id))?.way !== 'link') {
          throw new AppError('forbidden', 'You sign in by your provider of identities: do so in the other browser.');
        }
        return { url: await createSignInUrl(deps, access.user.id, access.tokenId) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/tokens',
      operationId: 'listTokens',
      needs: 'viewer',
      tag: 'access',
      summary: 'List your tokens, without their secrets; an admin sees those of all',
      query: ListQuery,
      responses: { 200: TokensAnswer },
      handle: async ({ query, response }) =>
        pageOfAll(await store.access.listTokens(...ownUnlessAdmin(response)), query),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/tokens',
      operationId: 'createToken',
      needs: 'viewer',
      returnsSecret: true,
      tag: 'access',
      summary: 'Make a token',
      description:
        'The token is told in this answer and never again: only its digest is kept. Its scopes are roles (`viewer`) or roles in one part of this document (`search:viewer`); it never may more than you may at the moment. Of somebody who signs in by a provider it lasts 90 days at most. A user has at most 100 that are good at once. A token that was made with another token ends with that one.',
      body: NewToken,
      responses: { 201: TokenAnswer },
      errors: ['conflict'],
      async handle({ body, response, audit }) {
        const access = accessOf(response);
        const scopes = body.scopes ?? access.scopes ?? [access.user.role];
        refuseUnknownParts(scopes);
        refuseBeyond(access, scopes);
        // A token leaves none behind it that lasts longer, and nobody whom a provider lets in one that outlives that by much.
        const isOfLink = (await store.users.find(access.user.id))?.way === 'link';
        const longest = isOfLink ? null : new Date(Date.now() + longestOfProviderMs).toISOString();
        const expiresAt = earlier(earlier(body.expiresAt, longest), access.expiresAt);
        audit({ name: body.name, scopes: [...scopes], expiresAt });
        return store.access.createToken(body.name, expiresAt, {
          userId: access.user.id,
          scopes,
          parentId: access.tokenId,
        });
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/tokens/{id}',
      operationId: 'revokeToken',
      needs: 'viewer',
      tag: 'access',
      summary: 'Revoke a token of yours; an admin revokes any',
      description: 'The tokens, sign-in links and sessions that were made with it end as well.',
      responses: { 204: null },
      errors: ['not_found'],
      async handle({ params, response, audit }) {
        const [userId] = ownUnlessAdmin(response);
        const token = (await store.access.listTokens(userId)).find(({ id }) => id === params.id);
        if (token !== undefined) {
          // Somebody takes back what they gave when they might more; a token reaches no further than itself.
          const access = accessOf(response);
          if (access.scopes !== null) refuseBeyond(access, token.scopes);
          audit({ name: token.name, owner: token.owner.name });
        }
        await store.access.revokeToken(params.id, userId);
      },
    }),
  ];
}

/** Whose tokens somebody may see and revoke: their own, but for an admin. */
function ownUnlessAdmin(response: Response): [userId?: string] {
  const { user, scopes } = accessOf(response);
  return user.role === 'admin' && (scopes === null || scopesInclude(scopes, 'access:admin')) ? [] : [user.id];
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** A scope of a part that there is not would never reach anything. */
function refuseUnknownParts(scopes: readonly Scope[]): void {
  const parts = Object.keys(tags);
  const unknown = scopes.find((scope) => scope.includes(':') && !parts.includes(scope.split(':')[0] ?? ''));
  if (unknown === undefined) return;
  throw new AppError(
    'invalid_input',
    `There is no part of the API for the scope ${unknown}: take one of ${parts.join(', ')}.`,
  );
}
