import { AppError, toAppError } from '@refrain/domain';
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';

/** Error codes for an expired or used code: that of the standard, and that of GitHub. */
const usedCodeErrors: ReadonlySet<string> = new Set(['invalid_grant', 'bad_verification_code']);

/**
 * Turns a failed sign-in into an error that says what to do. Of the provider's own text only the error code is repeated, which
 * the standard defines (RFC 6749, 4.1.2.1 and 5.2).
 * @param settings prefix of the provider's environment variables
 */
export function toProviderProblem(thrown: unknown, name: string, settings: string): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof AuthorizationResponseError) {
    if (thrown.error === 'access_denied') {
      return new AppError(
        'forbidden',
        `${name} did not let you through, or you cancelled: begin again, or ask the admin of ${name}.`,
      );
    }
    return new AppError(
      'provider_failed',
      `${name} refused the sign-in (${codeOf(thrown.error)}): begin again; if that does not help, ask an admin of Refrain.`,
    );
  }
  if (thrown instanceof ResponseBodyError && usedCodeErrors.has(thrown.error)) {
    return new AppError('conflict', `This sign-in at ${name} has expired or was used before: begin again.`);
  }
  // Providers refuse a client that authenticated with Basic by a challenge.
  if (thrown instanceof ResponseBodyError || thrown instanceof WWWAuthenticateChallengeError) {
    return new AppError(
      'misconfigured',
      `${name} does not accept Refrain's own credentials (${codeOf(thrown instanceof ResponseBodyError ? thrown.error : thrown.status)}): ask the operator of Refrain to check ${settings}_CLIENT_ID and ${settings}_CLIENT_SECRET.`,
    );
  }
  if (
    (thrown instanceof TypeError && thrown.message === 'fetch failed') ||
    (thrown instanceof ClientError && thrown.code === 'OAUTH_TIMEOUT')
  ) {
    // This is how `fetch` reports that nobody answered.
    return new AppError('provider_unreachable', `${name} does not answer: try again in a minute.`);
  }
  if (thrown instanceof ClientError) {
    return new AppError(
      'provider_unexpected',
      `${name} sent a response that is invalid or cannot be trusted: begin again; if that does not help, ask the operator of Refrain to check the settings ${settings}_*.`,
      { context: { problem: codeOf(thrown.code) } },
    );
  }
  return toAppError(thrown);
}

function codeOf(code: unknown): string {
  return /^\w{1,60}$/u.test(String(code)) ? String(code) : 'no code';
}
