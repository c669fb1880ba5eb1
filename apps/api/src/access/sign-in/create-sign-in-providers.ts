import { createGitHubSignIn } from './github.ts';
import { createOpenIdConnect } from './openid-connect.ts';
import type { SignInSettings } from './settings.ts';
import type { SignInProvider } from './sign-in-provider.ts';

/** Creates the configured providers, in the order in which the page offers them. */
export function createSignInProviders({ oidc, github }: SignInSettings): SignInProvider[] {
  return [
    ...(oidc === null ? [] : [createOpenIdConnect(oidc)]),
    ...(github === null ? [] : [createGitHubSignIn(github)]),
  ];
}
