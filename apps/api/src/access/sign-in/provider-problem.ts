import { AppError, toAppError } from '@refrain/domain';
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';

/** As the standard has it, and as GitHub does. */
const usedUp: ReadonlySet<string> = new Set(['invalid_grant', 'bad_verification_code']);

/**
 * What went wrong between a provider and us, in words that say what to do. What the provider wrote is not repeated but for
 * the code of an error, which its standard lists (RFC 6749, 4.1.2.1 and 5.2).
 * @param settings as whose names its settings begin
 */
export function toProviderProblem(thrown: unknown, name: string, settings: string): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof AuthorizationResponseError) {
    if (thrown.error === 'access_denied') {
      return new AppError(
        'forbidden',
        `${name} did not let you through, or you gave up there: begin again, or ask who runs it.`,
      );
    }
    return new AppError(
      'provider_failed',
      `${name} refused the sign-in (${codeOf(thrown.error)}): begin again; if it stays so, ask an admin of Refrain.`,
    );
  }
  if (thrown instanceof ResponseBodyError && usedUp.has(thrown.error)) {
    return new AppError('conflict', `${name} takes this answer no more, or it was used before: begin again.`);
  }
  // With a challenge it refuses a client that proved itself by Basic.
  if (thrown instanceof ResponseBodyError || thrown instanceof WWWAuthenticateChallengeError) {
    return new AppError(
      'misconfigured',
      `${name} does not take Refrain's own credentials (${codeOf(thrown instanceof ResponseBodyError ? thrown.error : thrown.status)}): an admin of Refrain has to look at ${settings}_CLIENT_ID and ${settings}_CLIENT_SECRET.`,
    );
  }
  if (
    (thrown instanceof TypeError && thrown.message === 'fetch failed') ||
    (thrown instanceof ClientError && thrown.code === 'OAUTH_TIMEOUT')
  ) {
    // As `fetch` says that nobody answered.
    return new AppError('provider_unreachable', `${name} does not answer: try again in a minute.`);
  }
  if (thrown instanceof ClientError) {
    return new AppError(
      'provider_unexpected',
      `${name} answered what cannot be trusted or read: begin again; if it stays so, an admin of Refrain has to look at the settings ${settings}_*.`,
      { context: { problem: codeOf(thrown.code) } },
    );
  }
  return toAppError(thrown);
}

function codeOf(code: unknown): string {
  return /^\w{1,60}$/u.test(String(code)) ? String(code) : 'no code';
}
