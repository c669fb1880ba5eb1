import { findGitHubMember, githubWebUrl } from '@refrain/connectors';
import { AppError } from '@refrain/domain';
import type { SignedInAs } from '@refrain/store';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  Configuration,
  calculatePKCECodeChallenge,
} from 'openid-client';
import { toProviderProblem } from './provider-problem.ts';
import type { GitHubSignInSettings } from './settings.ts';
import { providerPatienceMs, type SignInProvider } from './sign-in-provider.ts';

/**
 * Signing in with GitHub, for members of one organisation; its owners are admins. The token is used to see who it is, and
 * not kept (https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps).
 */
export function createGitHubSignIn(settings: GitHubSignInSettings): SignInProvider {
  const { organisation, clientId, clientSecret, baseUrl, newRole } = settings;
  const web = githubWebUrl(baseUrl);
  const configured = new Configuration(
    {
      issuer: web,
      authorization_endpoint: `${web}/login/oauth/authorize`,
      token_endpoint: `${web}/login/oauth/access_token`,
    },
    clientId,
    clientSecret,
  );
  configured.timeout = providerPatienceMs / 1_000;
  if (web.startsWith('http:')) allowInsecureRequests(configured);

  return {
    way: 'github',
    name: 'GitHub',
    newRole,
    async begin(redirectUri, { state, verifier }) {
      return buildAuthorizationUrl(configured, {
        ...{ redirect_uri: redirectUri, scope: 'read:org', state },
        ...{ code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      });
    },
    async finish(back, { state, verifier }): Promise<SignedInAs> {
      const checks = { expectedState: state, pkceCodeVerifier: verifier };
      const { access_token: token } = await authorizationCodeGrant(configured, back, checks).catch(
        (thrown: unknown) => {
          throw toProviderProblem(thrown, 'GitHub', 'REFRAIN_GITHUB_SIGN_IN');
        },
      );
      const member = await findGitHubMember(baseUrl, token, organisation, AbortSignal.timeout(providerPatienceMs));
      if (member === null) {
        throw new AppError(
          'forbidden',
          `You do not belong to ${organisation} at GitHub, whose members may use Refrain.`,
        );
      }
      const { id, login, name, email, isOwner } = member;
      return { way: 'github', subject: `${web} ${id}`, name: name ?? login, email, role: isOwner ? 'admin' : null };
    },
  };
}
