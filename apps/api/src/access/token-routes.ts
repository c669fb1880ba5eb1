import {
  AppError,
  dayInMs,
  type Instant,
  NewToken,
  NewTokenResponse,
  type Scope,
  scopesInclude,
  TokensResponse,
} from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { Response } from 'express';
import { accessOf, refuseBeyond } from '../http/authentication/access.ts';
import { ListQuery, pageOfAll } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { tags } from '../http/routing/tags.ts';

/**
 * Maximum lifetime of a token of a user who signs in through an identity provider, which may revoke their access in
 * that time.
 */
const maxProviderTokenMs = 90 * dayInMs;

/** Creates the routes of API tokens. */
export function createTokenRoutes({ store }: { readonly store: Pick<Store, 'access'> }): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/tokens',
      operationId: 'listTokens',
      needs: 'viewer',
      tag: 'access',
      summary: 'List your tokens, without their secrets; an admin sees those of all',
      query: ListQuery,
      responses: { 200: TokensResponse },
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
        'The token is shown only in this response; Refrain keeps only its digest. Its scopes are roles (`viewer`) or roles in one part of this document (`search:viewer`), and it never permits more than its owner may do at the moment. A token of a user who signs in through an identity provider lasts at most 90 days. A user has at most 100 valid tokens. A token that was created with another token ends with that one.',
      body: NewToken,
      responses: { 201: NewTokenResponse },
      errors: ['conflict'],
      async handle({ body, response, audit }) {
        const access = accessOf(response);
        const scopes = body.scopes ?? access.scopes ?? [access.user.role];
        refuseUnknownScopes(scopes);
        refuseBeyond(access, scopes);
        // A token cannot create one that outlives it.
        const isOfLink = (await store.access.findUser(access.user.id))?.way === 'link';
        const longest = isOfLink ? null : new Date(Date.now() + maxProviderTokenMs).toISOString();
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
      summary: 'Revoke a token of yours, or as an admin any token',
      description: 'The tokens, sign-in links and sessions that were created with it end too.',
      responses: { 204: null },
      errors: ['not_found'],
      async handle({ params, response, audit }) {
        const [userId] = ownUnlessAdmin(response);
        const token = (await store.access.listTokens(userId)).find(({ id }) => id === params.id);
        if (token !== undefined) {
          // A person may revoke tokens with more scopes than their own; a token may not.
          const access = accessOf(response);
          if (access.scopes !== null) refuseBeyond(access, token.scopes);
          audit({ name: token.name, owner: token.owner.name });
        }
        await store.access.revokeToken(params.id, userId);
      },
    }),
  ];
}

/** Returns the owner whose tokens the caller may list and revoke: themselves, or everybody for an admin. */
function ownUnlessAdmin(response: Response): [userId?: string] {
  const { user, scopes } = accessOf(response);
  return user.role === 'admin' && (scopes === null || scopesInclude(scopes, 'access:admin')) ? [] : [user.id];
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** @throws {AppError} `invalid_input` for a scope of an unknown part of the API */
function refuseUnknownScopes(scopes: readonly Scope[]): void {
  const parts = Object.keys(tags);
  const unknown = scopes.find((scope) => scope.includes(':') && !parts.includes(scope.split(':')[0] ?? ''));
  if (unknown === undefined) return;
  throw new AppError(
    'invalid_input',
    `There is no part of the API for the scope ${unknown}. Choose one of ${parts.join(', ')}.`,
  );
}
