import { AppError, NewUser, SignInLinkResponse, User, UserChange, UsersResponse } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { changesOf } from '../audit/changes-of.ts';
import { accessOf, refuseBeyond, refuseLasting } from '../http/authentication/access.ts';
import { ListQuery, pageOfAll, withoutUndefined } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createSignInUrl, type LinkSignInDeps, refuseWithoutLinks } from './sign-in/link-sign-in.ts';

export type UserRouteDeps = LinkSignInDeps & {
  readonly store: Pick<Store, 'access'>;
};

/** Who may sign in, and as what. */
export function createUserRoutes(deps: UserRouteDeps): Route[] {
  const { access } = deps.store;

  async function get(id: string): Promise<User> {
    const user = await access.findUser(id);
    if (user === null) throw new AppError('not_found', `There is no user ${id}`);
    return user;
  }

  return [
    defineRoute({
      method: 'get',
      path: '/v1/users',
      operationId: 'listUsers',
      needs: 'admin',
      tag: 'access',
      summary: 'List who may sign in',
      query: ListQuery,
      responses: { 200: UsersResponse },
      handle: async ({ query }) => pageOfAll(await access.listUsers(), query),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/users',
      operationId: 'addUser',
      needs: 'admin',
      tag: 'access',
      summary: 'Let somebody in who signs in by links',
      description:
        'Ask for a link for them next. Who signs in by OpenID Connect or GitHub is not added: the first sign-in does it.',
      body: NewUser,
      responses: { 201: User },
      handle({ body, response, audit }) {
        refuseBeyond(accessOf(response), [body.role]);
        refuseWithoutLinks(deps);
        audit({ name: body.name, role: body.role });
        return access.addUser(body.name, body.role);
      },
    }),
    defineRoute({
      method: 'patch',
      path: '/v1/users/{id}',
      operationId: 'changeUser',
      needs: 'admin',
      tag: 'access',
      summary: 'Change the name or the role of a user, or whether they may sign in',
      description:
        'What their tokens may do changes with it, within two seconds. Who may not sign in any more is signed out at once, and their tokens are gone. A role that the OpenID Connect provider tells comes back with the next sign-in.',
      body: UserChange,
      responses: { 200: User },
      errors: ['not_found', 'conflict'],
      async handle({ params, body, response, audit }) {
        const before = await get(params.id);
        // Also who may sign in again may then what their role says.
        refuseBeyond(accessOf(response), [before.role, body.role ?? before.role]);
        audit({ user: before.name, ...changesOf(before, body) });
        return access.changeUser(params.id, withoutUndefined(body));
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/users/{id}/sign-in-links',
      operationId: 'createSignInLinkOf',
      needs: 'admin',
      returnsSecret: true,
      tag: 'access',
      summary: 'Make a link that signs a browser of theirs in, once, within the hour',
      responses: { 201: SignInLinkResponse },
      errors: ['not_found', 'conflict'],
      async handle({ params, response, audit }) {
        refuseBeyond(accessOf(response), ['admin']);
        refuseLasting(accessOf(response));
        const { id, name, isDisabled, way } = await get(params.id);
        audit({ user: name });
        if (way !== 'link') throw new AppError('conflict', 'They do not sign in by links.');
        if (isDisabled) throw new AppError('conflict', 'They may not sign in any more: let them in again first.');
        return { url: await createSignInUrl(deps, id, accessOf(response).tokenId) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/users/{id}/sign-out',
      operationId: 'signOutUser',
      needs: 'admin',
      isIdempotent: true,
      tag: 'access',
      summary: 'End their sessions in every browser',
      responses: { 204: null },
      errors: ['not_found'],
      async handle({ params, audit }) {
        const { id, name } = await get(params.id);
        audit({ user: name });
        await access.endSessionsOf(id);
      },
    }),
  ];
}
