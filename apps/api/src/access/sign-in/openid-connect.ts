import { AppError, cleanVisibleName } from '@refrain/domain';
import type { IdentityProfile } from '@refrain/store';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  type IDToken,
} from 'openid-client';
import { findRoleInClaims } from './find-role-in-claims.ts';
import { toSignInError } from './provider-problem.ts';
import type { OpenIdSettings } from './settings.ts';
import { type SignInProvider, signInTimeoutMs } from './sign-in-provider.ts';

/**
 * Signs in by OpenID Connect's authorization code flow with PKCE, state and nonce
 * (https://openid.net/specs/openid-connect-core-1_0.html). Fetches the provider's metadata at the first sign-in only.
 */
export function createOpenIdSignIn(settings: OpenIdSettings): SignInProvider {
  const { issuer, clientId, clientSecret, name, scope, newRole, roleClaim, roles } = settings;
  const timeout = signInTimeoutMs / 1_000;
  let found: Promise<Configuration> | null = null;

  function configuration(): Promise<Configuration> {
    found ??= discover().catch((thrown: unknown) => {
      found = null;
      throw thrown;
    });
    return found;
  }
  // If a provider lists no authentication methods, it expects Basic authentication (OpenID Connect Discovery 1.0, section
  // 3).
  const authenticateClient: ClientAuth = (server, ...rest) => {
    const supported = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const authenticate = supported.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
    authenticate(clientSecret)(server, ...rest);
  };
  async function discover(): Promise<Configuration> {
    const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
    return discovery(new URL(issuer), clientId, clientSecret, authenticateClient, { timeout, execute });
  }
  async function fetchIdentity(back: URL, checks: Parameters<SignInProvider['finish']>[1]): Promise<IDToken> {
    const configured = await configuration();
    const tokens = await authorizationCodeGrant(configured, back, {
      pkceCodeVerifier: checks.verifier,
      expectedState: checks.state,
      expectedNonce: checks.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined)
      throw new AppError('provider_unexpected', `${name} sent no information about you. Sign in again.`);
    if (configured.serverMetadata().userinfo_endpoint === undefined) return claims;
    // Some providers return names and groups only from the userinfo endpoint.
    return { ...(await fetchUserInfo(configured, tokens.access_token, claims.sub)), ...claims };
  }
  const asProblem = (thrown: unknown): never => {
    throw toSignInError(thrown, name, 'REFRAIN_OIDC');
  };

  return {
    way: 'oidc',
    name,
    newRole,
    async begin(redirectUri, { state, nonce, verifier }) {
      const configured = await configuration().catch(asProblem);
      return buildAuthorizationUrl(configured, {
        redirect_uri: redirectUri,
        scope,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
    },
    async finish(back, checks): Promise<IdentityProfile> {
      const claims = await fetchIdentity(back, checks).catch(asProblem);
      const email = textIn(claims.email);
      return {
        signInMethod: 'oidc',
        // The `sub` claim is unique only within an issuer.
        subject: `${claims.iss} ${claims.sub}`,
        name: nameIn(claims.name) ?? nameIn(claims.preferred_username) ?? nameIn(email) ?? 'Unnamed user',
        email: claims.email_verified === false ? null : email,
        role: roleClaim === null ? null : findRoleInClaims(claims, roleClaim, roles),
        refusal: null,
      };
    },
  };
}

function nameIn(claim: unknown): string | null {
  return typeof claim === 'string' ? cleanVisibleName(claim) : null;
}

function textIn(claim: unknown): string | null {
  return typeof claim === 'string' && claim.trim() !== '' ? claim.trim().slice(0, 100) : null;
}
