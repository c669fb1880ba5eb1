import type { Role } from '@refrain/domain';
import type { SignedInAs } from '@refrain/store';

/** Random values that bind the provider's response to the request. */
export interface SignInChecks {
  readonly state: string;
  readonly nonce: string;
  /** Code verifier of PKCE (RFC 7636). */
  readonly verifier: string;
}

/** An identity provider, to which the browser is redirected for a sign-in. */
export interface SignInProvider {
  readonly way: SignedInAs['way'];
  /** Display name. */
  readonly name: string;
  /** Role of a new user if the provider reports none; null refuses such users. */
  readonly newRole: Role | null;
  /**
   * Returns the address to which the browser is redirected.
   * @param redirectUri where the provider redirects it back to
   * @throws {AppError} `provider_unreachable`, `provider_failed`, `provider_unexpected`
   */
  begin(redirectUri: string, checks: SignInChecks): Promise<URL>;
  /**
   * Completes the sign-in.
   * @param back the address with which the browser came back, including its query
   * @throws {AppError} as `begin`; `forbidden` if the person cancelled or is no member; `conflict` for a used response
   */
  finish(back: URL, checks: SignInChecks): Promise<SignedInAs>;
}

/** Milliseconds to wait for an identity provider. */
export const providerTimeoutMs = 10_000;
