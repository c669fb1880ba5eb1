import { SignInMethodsResponse } from '@refrain/domain';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import type { SignInProvider } from './sign-in/sign-in-provider.ts';

export interface SignInMethodRouteDeps {
  readonly allowsSignInLinks: boolean;
  readonly signInProviders: readonly SignInProvider[];
}

export function createSignInMethodRoutes({ signInProviders, allowsSignInLinks }: SignInMethodRouteDeps): Route[] {
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
