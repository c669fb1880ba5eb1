import { createGitHubSignIn } from './github.ts';
import { createOpenIdSignIn } from './openid-connect.ts';
import type { SignInSettings } from './settings.ts';
import type { SignInProvider } from './sign-in-provider.ts';

/** Creates the configured identity providers, in the order of the sign-in page. */
export function createSignInProviders({ oidc, github }: SignInSettings): SignInProvider[] {
  return [
    ...(oidc === null ? [] : [createOpenIdSignIn(oidc)]),
    ...(github === null ? [] : [createGitHubSignIn(github)]),
  ];
}
