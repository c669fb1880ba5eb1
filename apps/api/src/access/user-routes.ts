import {
  AppError,
  InvitationResponse,
  NewUser,
  SignInLinkResponse,
  User,
  UsersResponse,
  UserUpdate,
} from '@refrain/domain';
import type { Response } from 'express';
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
import { createInvitationLink, createSignInLink, requireSignInLinksEnabled } from './sign-in/link-sign-in.ts';

/** @throws {AppError} `forbidden` for a token that expires or has fewer rights than an admin, because a link would exceed them */
function requireLinkAccess(response: Response) {
  const caller = requireAccess(response);
  requireGrantableScopes(caller, ['admin']);
  requireTokenWithoutExpiry(caller);
  return caller;
}

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
      returnsSecret: true,
      tag: 'access',
      summary: 'Invite a user who signs in by links',
      description:
        'Returns an invitation link, which works once, within seven days. Refrain sends no e-mail: send the link to the user. Users of OpenID Connect or GitHub need no invitation: their first sign-in adds them.',
      body: NewUser,
      responses: { 201: InvitationResponse },
      errors: ['conflict'],
      async handle({ body, response, audit }) {
        const { tokenId } = requireLinkAccess(response);
        requireSignInLinksEnabled(deps);
        audit({ name: body.name, role: body.role });
        const user = await access.addUser(body.name, body.role, body.email);
        return { ...user, link: await createInvitationLink(deps, user.id, tokenId) };
      },
    }),
    defineRoute('patch', '/v1/users/{id}', {
      operationId: 'changeUser',
      needs: 'admin',
      tag: 'access',
      summary: 'Change the name or role of a user, or deactivate them',
      description:
        "Within two seconds, the new role also limits the user's tokens. A deactivated user is signed out immediately, and the user's tokens are deleted. A role from the OpenID Connect provider is restored at the next sign-in.",
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
      summary: "Create a link that signs in a user's browser once",
      description:
        "The link works for an hour. For a user who has never signed in, it renews the invitation: it works for seven days, and the user's earlier links stop working.",
      responses: { 201: SignInLinkResponse },
      errors: ['not_found', 'conflict'],
      async handle({ params, response, audit }) {
        const { tokenId } = requireLinkAccess(response);
        const { id, name, isDisabled, signInMethod, lastSeenAt } = await getUser(params.id);
        const isInvitation = lastSeenAt === null;
        audit({ user: name, ...(isInvitation && { link: 'invitation' }) });
        if (signInMethod !== 'link')
          throw new AppError('conflict', 'This user signs in through an identity provider, not by links.');
        if (isDisabled) throw new AppError('conflict', 'This user is deactivated. Activate them first.');
        return (isInvitation ? createInvitationLink : createSignInLink)(deps, id, tokenId);
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
