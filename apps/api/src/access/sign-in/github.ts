import { findGitHubPerson, githubWebUrl } from '@refrain/connectors';
import { toVisibleName } from '@refrain/domain';
import type { SignedInAs } from '@refrain/store';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
} from 'openid-client';
import { toProviderProblem } from './provider-problem.ts';
import type { GitHubSignInSettings } from './settings.ts';
import { providerTimeoutMs, type SignInProvider } from './sign-in-provider.ts';

/**
 * Signs in members of one organisation with GitHub; its owners are admins. The token serves only to read who signs in, and is
 * not kept (https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps).
 */
export function createGitHubSignIn(settings: GitHubSignInSettings): SignInProvider {
  const { organisation, clientId, clientSecret, baseUrl, newRole } = settings;
  const web = githubWebUrl(baseUrl);
  const configured = new Configuration(
    {
      // The `iss` parameter of GitHub's redirects (RFC 9207).
      issuer: `${web}/login/oauth`,
      authorization_endpoint: `${web}/login/oauth/authorize`,
      token_endpoint: `${web}/login/oauth/access_token`,
    },
    clientId,
    clientSecret,
  );
  configured[customFetch] = fetchRefusals;
  configured.timeout = providerTimeoutMs / 1_000;
  if (web.startsWith('http:')) allowInsecureRequests(configured);

  return {
    way: 'github',
    name: 'GitHub',
    newRole,
    async begin(redirectUri, { state, verifier }) {
      return buildAuthorizationUrl(configured, {
        redirect_uri: redirectUri,
        scope: 'read:org',
        state,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
    },
    async finish(back, { state, verifier }): Promise<SignedInAs> {
      const checks = { expectedState: state, pkceCodeVerifier: verifier };
      const { access_token: token } = await authorizationCodeGrant(configured, back, checks).catch(
        (thrown: unknown) => {
          throw toProviderProblem(thrown, 'GitHub', 'REFRAIN_GITHUB_SIGN_IN');
        },
      );
      const person = await findGitHubPerson(baseUrl, token, organisation, AbortSignal.timeout(providerTimeoutMs));
      const { id, login, name, email, place } = person;
      return {
        way: 'github',
        subject: `${web} ${id}`,
        name: toVisibleName(name ?? '') ?? login,
        email,
        role: place === 'owner' ? 'admin' : null,
        refusal:
          place === null
            ? `Only members of ${organisation} at GitHub may use Refrain, and you are not one of them.`
            : null,
      };
    },
  };
}

/**
 * Gives refusals the standard status 400. GitHub sends them with 200
 * (`/troubleshooting-oauth-app-access-token-request-errors`).
 */
async function fetchRefusals(...[url, options]: Parameters<CustomFetch>): Promise<Response> {
  const response = await fetch(url, options as RequestInit);
  const body: unknown = response.ok
    ? await response
        .clone()
        .json()
        .catch(() => null)
    : null;
  const isRefusal = typeof body === 'object' && body !== null && 'error' in body;
  return isRefusal ? Response.json(body, { status: 400 }) : response;
}
