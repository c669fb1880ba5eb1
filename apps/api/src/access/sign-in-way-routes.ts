import { SignInWaysAnswer } from '@refrain/domain';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import type { SignInProvider } from './sign-in/sign-in-provider.ts';

export interface SignInWayRouteDeps {
  readonly allowsSignInLinks: boolean;
  readonly signInProviders: readonly SignInProvider[];
}

/** Creates the route that lists how people can sign in. */
export function createSignInWayRoutes({ signInProviders, allowsSignInLinks }: SignInWayRouteDeps): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/sign-in-ways',
      operationId: 'listSignInWays',
      needs: 'anyone',
      tag: 'access',
      summary: 'How people sign in',
      responses: { 200: SignInWaysAnswer },
      handle: () => ({
        allowsLinks: allowsSignInLinks,
        items: signInProviders.map(({ way, name }) => ({ way, name, url: `/sign-in-with/${way}` })),
      }),
    }),
  ];
}
