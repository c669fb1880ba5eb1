import {
  AppError,
  dayInMs,
  type Instant,
  NewToken,
  NewTokenResponse,
  type Scope,
  TokensResponse,
  tokenScopesInclude,
} from '@refrain/domain';
import type { Response } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { requireAccess, requireGrantableScopes } from '../http/authentication/caller-access.ts';
import { ListQuery, paginateInMemory } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { tags } from '../http/routing/tags.ts';

/** Maximum lifetime of a token whose owner signs in through an identity provider, because the provider may end the access. */
const maxProviderTokenMs = 90 * dayInMs;

export function createTokenRoutes({ store }: ApiDeps): Route[] {
  return [
    defineRoute('get', '/v1/tokens', {
      operationId: 'listTokens',
      needs: 'viewer',
      tag: 'access',
      summary: 'List your tokens without their secrets; for an admin, the tokens of all users',
      query: ListQuery,
      responses: { 200: TokensResponse },
      handle: async ({ query, response }) =>
        paginateInMemory(await store.access.listTokens(...ownUnlessAdmin(response)), query),
    }),
    defineRoute('post', '/v1/tokens', {
      operationId: 'createToken',
      needs: 'viewer',
      returnsSecret: true,
      tag: 'access',
      summary: 'Create a token',
      description:
        'The token is shown only in this response; Refrain stores only a hash of it. A scope is a role (`viewer`) or a role for the operations with one tag (`search:viewer`). A token never permits more than its owner may do at the time of the request. A token of a user who signs in through an identity provider lasts at most 90 days. A user has at most 100 valid tokens. Revoking a token also revokes the tokens that were created with it.',
      body: NewToken,
      responses: { 201: NewTokenResponse },
      errors: ['conflict'],
      async handle({ body, response, audit }) {
        const access = requireAccess(response);
        const scopes = body.scopes ?? access.scopes ?? [access.user.role];
        refuseUnknownScopes(scopes);
        requireGrantableScopes(access, scopes);
        const signsInByLink = (await store.access.findUser(access.user.id))?.signInMethod === 'link';
        const longest = signsInByLink ? null : new Date(Date.now() + maxProviderTokenMs).toISOString();
        // A token cannot create another token that expires later.
        const expiresAt = earlier(earlier(body.expiresAt, longest), access.expiresAt);
        audit({ name: body.name, scopes: [...scopes], expiresAt });
        return store.access.createToken(body.name, expiresAt, {
          userId: access.user.id,
          scopes,
          parentId: access.tokenId,
        });
      },
    }),
    defineRoute('delete', '/v1/tokens/{id}', {
      operationId: 'revokeToken',
      needs: 'viewer',
      tag: 'access',
      summary: 'Revoke one of your tokens or, as an admin, any token',
      description: 'The tokens, sign-in links and sessions that were created with the token end too.',
      responses: { 204: null },
      errors: ['not_found'],
      async handle({ params, response, audit }) {
        const [userId] = ownUnlessAdmin(response);
        const token = (await store.access.listTokens(userId)).find(({ id }) => id === params.id);
        if (token !== undefined) {
          // A caller with limited scopes may revoke only tokens whose scopes the caller has too.
          const access = requireAccess(response);
          if (access.scopes !== null) requireGrantableScopes(access, token.scopes);
          audit({ name: token.name, owner: token.owner.name });
        }
        await store.access.revokeToken(params.id, userId);
      },
    }),
  ];
}

/**
 * Returns the arguments that limit a query of tokens to the caller's own ones. Returns no arguments for an admin, who may see
 * all tokens.
 */
function ownUnlessAdmin(response: Response): [userId?: string] {
  const { user, scopes } = requireAccess(response);
  return user.role === 'admin' && (scopes === null || tokenScopesInclude(scopes, 'access:admin')) ? [] : [user.id];
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** @throws {AppError} `invalid_input` for a scope with an unknown tag before the colon */
function refuseUnknownScopes(scopes: readonly Scope[]): void {
  const parts = Object.keys(tags);
  const unknown = scopes.find((scope) => scope.includes(':') && !parts.includes(scope.split(':')[0] ?? ''));
  if (unknown === undefined) return;
  throw new AppError(
    'invalid_input',
    `The scope ${unknown} names an unknown part of the API. Choose one of ${parts.join(', ')}.`,
  );
}
