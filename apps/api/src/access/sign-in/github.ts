import { findGitHubPerson, findGitHubWebUrl } from '@refrain/connectors';
import { cleanVisibleName } from '@refrain/domain';
import type { IdentityProfile } from '@refrain/store';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
} from 'openid-client';
import { toSignInError } from './provider-problem.ts';
import type { GitHubSignInSettings } from './settings.ts';
import { type SignInProvider, signInTimeoutMs } from './sign-in-provider.ts';

/**
 * Signs in members of one organisation with GitHub; owners of the organisation become admins. The access token only
 * serves to identify the person and is not stored
 * (https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps).
 */
export function createGitHubSignIn(settings: GitHubSignInSettings): SignInProvider {
  const { organisation, clientId, clientSecret, baseUrl, newRole } = settings;
  const web = findGitHubWebUrl(baseUrl);
  const configured = new Configuration(
    {
      // GitHub sends this URL as the `iss` parameter of redirects (RFC 9207).
      issuer: `${web}/login/oauth`,
      authorization_endpoint: `${web}/login/oauth/authorize`,
      token_endpoint: `${web}/login/oauth/access_token`,
    },
    clientId,
    clientSecret,
  );
  configured[customFetch] = fetchWithErrorStatus;
  configured.timeout = signInTimeoutMs / 1_000;
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
    async finish(back, { state, verifier }): Promise<IdentityProfile> {
      const checks = { expectedState: state, pkceCodeVerifier: verifier };
      const { access_token: token } = await authorizationCodeGrant(configured, back, checks).catch(
        (thrown: unknown) => {
          throw toSignInError(thrown, 'GitHub', 'REFRAIN_GITHUB_SIGN_IN');
        },
      );
      const person = await findGitHubPerson(baseUrl, token, organisation, AbortSignal.timeout(signInTimeoutMs));
      const { id, login, name, email, role } = person;
      return {
        signInMethod: 'github',
        subject: `${web} ${id}`,
        name: cleanVisibleName(name ?? '') ?? login,
        email,
        role: role === 'owner' ? 'admin' : null,
        refusal:
          role === null
            ? `You are not a member of ${organisation} on GitHub. Ask an owner of ${organisation} to invite you.`
            : null,
      };
    },
  };
}

/**
 * Changes the status of OAuth errors from 200, which GitHub sends, to the standard 400
 * (https://docs.github.com/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors).
 */
async function fetchWithErrorStatus(...[url, options]: Parameters<CustomFetch>): Promise<Response> {
  const response = await fetch(url, options as RequestInit);
  const body: unknown = response.ok
    ? await response
        .clone()
        .json()
        .catch(() => null)
    : null;
  const isError = typeof body === 'object' && body !== null && 'error' in body;
  return isError ? Response.json(body, { status: 400 }) : response;
}
