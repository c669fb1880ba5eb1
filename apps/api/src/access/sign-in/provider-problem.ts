import { AppError, toAppError } from '@refrain/domain';
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';

/** The error codes of OAuth and of GitHub for an expired or used authorization code. */
const usedCodeErrors: ReadonlySet<string> = new Set(['invalid_grant', 'bad_verification_code']);

/**
 * Converts a failed sign-in into an error that says what to do. Repeats only the error code of the provider (RFC 6749,
 * sections 4.1.2.1 and 5.2), never its text.
 * @param settings the prefix of the provider's environment variables
 */
export function toSignInError(thrown: unknown, name: string, settings: string): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof AuthorizationResponseError) {
    if (thrown.error === 'access_denied') {
      return new AppError(
        'forbidden',
        `${name} denied the sign-in, or you cancelled it. Sign in again, or ask an admin of ${name} for access.`,
      );
    }
    return new AppError(
      'provider_failed',
      `${name} rejected the sign-in (${codeOf(thrown.error)}). Sign in again; if it fails again, ask an admin of Refrain.`,
    );
  }
  if (thrown instanceof ResponseBodyError && usedCodeErrors.has(thrown.error)) {
    return new AppError('conflict', `This sign-in through ${name} has expired or was used before. Sign in again.`);
  }
  // If the client credentials are invalid, a provider responds with a `WWW-Authenticate` challenge.
  if (thrown instanceof ResponseBodyError || thrown instanceof WWWAuthenticateChallengeError) {
    return new AppError(
      'misconfigured',
      `${name} rejected Refrain's client credentials (${codeOf(thrown instanceof ResponseBodyError ? thrown.error : thrown.status)}). Ask the operator of Refrain to check ${settings}_CLIENT_ID and ${settings}_CLIENT_SECRET.`,
    );
  }
  if (
    (thrown instanceof TypeError && thrown.message === 'fetch failed') ||
    (thrown instanceof ClientError && thrown.code === 'OAUTH_TIMEOUT')
  ) {
    // `fetch` reports a missing response as a TypeError.
    return new AppError('provider_unreachable', `${name} does not respond. Try again in a minute.`);
  }
  if (thrown instanceof ClientError) {
    return new AppError(
      'provider_unexpected',
      `${name} sent an invalid or untrusted response. Sign in again; if it fails again, ask the operator of Refrain to check the settings ${settings}_*.`,
      { context: { problem: codeOf(thrown.code) } },
    );
  }
  return toAppError(thrown);
}

function codeOf(code: unknown): string {
  return /^\w{1,60}$/u.test(String(code)) ? String(code) : 'no code';
}
