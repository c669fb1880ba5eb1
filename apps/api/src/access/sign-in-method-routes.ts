import { SignInMethodsResponse } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

export function createSignInMethodRoutes({ signInProviders, allowsSignInLinks }: ApiDeps): Route[] {
  return [
    defineRoute('get', '/v1/sign-in-methods', {
      operationId: 'listSignInMethods',
      needs: 'anyone',
      tag: 'access',
      summary: 'List the ways to sign in',
      responses: { 200: SignInMethodsResponse },
      handle: () => ({
        allowsLinks: allowsSignInLinks,
        items: signInProviders.map(({ way, name }) => ({ way, name, url: `/sign-in-with/${way}` })),
      }),
    }),
  ];
}
