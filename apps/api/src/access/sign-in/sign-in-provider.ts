import type { Role } from '@refrain/domain';
import type { SignedInAs } from '@refrain/store';

/** By what an answer is known to belong to what was asked; each cannot be guessed. */
export interface SignInChecks {
  readonly state: string;
  readonly nonce: string;
  /** Of RFC 7636 (PKCE). */
  readonly verifier: string;
}

/** Who tells us who somebody is, by sending their browser there and back. */
export interface SignInProvider {
  readonly way: SignedInAs['way'];
  /** As people know it. */
  readonly name: string;
  /** The role of somebody who signs in for the first time, and of whom it tells none; null where such a one is not let in. */
  readonly newRole: Role | null;
  /**
   * Where the browser is sent.
   * @param redirectUri where it comes back to
   * @throws {AppError} `provider_unreachable`, `provider_failed`, `provider_unexpected`
   */
  begin(redirectUri: string, checks: SignInChecks): Promise<URL>;
  /**
   * @param back the address at which the browser came back, with its query
   * @throws {AppError} the same; `forbidden` for who gave up, or is not one of ours; `conflict` for what was answered before
   */
  finish(back: URL, checks: SignInChecks): Promise<SignedInAs>;
}

/** In milliseconds: so long a provider is waited for. */
export const providerTimeoutMs = 10_000;
