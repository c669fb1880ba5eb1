import type { Role } from '@refrain/domain';
import type { IdentityProfile } from '@refrain/store';

/** Random values that bind the provider's redirect to the sign-in that the browser began. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  /** The code verifier of PKCE (RFC 7636). */
  readonly verifier: string;
}

/** An identity provider, to which the browser is redirected for a sign-in. */
export interface SignInProvider {
  readonly way: IdentityProfile['signInMethod'];
  readonly name: string;
  /** The role of a new user if the provider states no role; null rejects such a user. */
  readonly newRole: Role | null;
  /**
   * Returns the provider's URL at which the person signs in.
   * @throws {AppError} `provider_unreachable`, `provider_failed`, `provider_unexpected`
   */
  begin(redirectUri: string, checks: SignInSecrets): Promise<URL>;
  /**
   * Completes the sign-in.
   * @param back the URL to which the provider redirected the browser, with the query
   * @throws {AppError} the errors of `begin`; `forbidden` if the person cancelled; `conflict` if the code was used before
   */
  finish(back: URL, checks: SignInSecrets): Promise<IdentityProfile>;
}

export const signInTimeoutMs = 10_000;
