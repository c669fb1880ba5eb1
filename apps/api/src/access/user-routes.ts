import { AppError, NewUser, SignInLinkResponse, User, UsersResponse, UserUpdate } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { formatChangedFields } from '../audit/format-changed-fields.ts';
import {
  requireAccess,
  requireGrantableScopes,
  requireTokenWithoutExpiry,
} from '../http/authentication/caller-access.ts';
import { ListQuery, omitUndefinedFields, paginateInMemory } from '../http/requests/list-query.ts';
import { requireFound } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createSignInLink, requireSignInLinksEnabled } from './sign-in/link-sign-in.ts';

export function createUserRoutes(deps: ApiDeps): Route[] {
  const { access } = deps.store;

  const getUser = async (id: string) => requireFound(await access.findUser(id), `There is no user ${id}.`);

  return [
    defineRoute('get', '/v1/users', {
      operationId: 'listUsers',
      needs: 'admin',
      tag: 'access',
      summary: 'List users',
      query: ListQuery,
      responses: { 200: UsersResponse },
      handle: async ({ query }) => paginateInMemory(await access.listUsers(), query),
    }),
    defineRoute('post', '/v1/users', {
      operationId: 'addUser',
      needs: 'admin',
      tag: 'access',
      summary: 'Invite a user who signs in by links',
      description:
        'Create a sign-in link for the user afterwards. Users of OpenID Connect or GitHub need no invitation: their first sign-in adds them.',
      body: NewUser,
      responses: { 201: User },
      errors: ['conflict'],
      handle({ body, response, audit }) {
        requireGrantableScopes(requireAccess(response), [body.role]);
        requireSignInLinksEnabled(deps);
        audit({ name: body.name, role: body.role });
        return access.addUser(body.name, body.role, body.email);
      },
    }),
    defineRoute('patch', '/v1/users/{id}', {
      operationId: 'changeUser',
      needs: 'admin',
      tag: 'access',
      summary: 'Change the name or role of a user, or deactivate them',
      description:
        'Within two seconds, the new role also limits the tokens of the user. A deactivated user is signed out immediately, and the tokens of the user are deleted. A role from the OpenID Connect provider is restored at the next sign-in.',
      body: UserUpdate,
      responses: { 200: User },
      errors: ['not_found', 'conflict'],
      async handle({ params, body, response, audit }) {
        const before = await getUser(params.id);
        // Activating a user grants the user's role again, so the caller needs that role too.
        requireGrantableScopes(requireAccess(response), [before.role, body.role ?? before.role]);
        audit({ user: before.name, ...formatChangedFields(before, body) });
        return access.changeUser(params.id, omitUndefinedFields(body));
      },
    }),
    defineRoute('post', '/v1/users/{id}/sign-in-links', {
      operationId: 'createSignInLinkOf',
      needs: 'admin',
      returnsSecret: true,
      tag: 'access',
      summary: 'Create a link that signs in a browser of a user once, within an hour',
      responses: { 201: SignInLinkResponse },
      errors: ['not_found', 'conflict'],
      async handle({ params, response, audit }) {
        requireGrantableScopes(requireAccess(response), ['admin']);
        requireTokenWithoutExpiry(requireAccess(response));
        const { id, name, isDisabled, signInMethod } = await getUser(params.id);
        audit({ user: name });
        if (signInMethod !== 'link')
          throw new AppError('conflict', 'This user signs in through an identity provider, not by links.');
        if (isDisabled) throw new AppError('conflict', 'This user is deactivated. Activate them first.');
        return createSignInLink(deps, id, requireAccess(response).tokenId);
      },
    }),
    defineRoute('post', '/v1/users/{id}/sign-out', {
      operationId: 'signOutUser',
      needs: 'admin',
      isIdempotent: true,
      tag: 'access',
      summary: 'End the sessions of a user in every browser',
      responses: { 204: null },
      errors: ['not_found'],
      async handle({ params, audit }) {
        const { id, name } = await getUser(params.id);
        audit({ user: name });
        await access.endSessionsOf(id);
      },
    }),
  ];
}
