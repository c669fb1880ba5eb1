import { AppError, type ErrorCode } from '@refrain/domain';
import type { z } from 'zod';
import { findExceededResponseLimit } from '../outbound/limit-response-body.ts';
import { refusedAddressErrorCode } from '../outbound/restrict-connections.ts';
import { refusedRedirectErrorCode } from '../outbound/same-origin-fetch.ts';

export interface RequestTarget {
  readonly provider: string;
  readonly origin: string;
  /** The requested resource: `the commits of acme/api`. */
  readonly what: string;
}

export interface ErrorResponse {
  readonly status: number;
  /** Headers with lower-case names. */
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  /** The provider's message, which is searched for hints but never repeated, because it may contain anything. */
  readonly message?: string;
}

/** Maps an HTTP error response to an `AppError`. The error contains only the status, so that no credential can leak. */
export function createResponseError(target: RequestTarget, answer: ErrorResponse, now: number = Date.now()): AppError {
  const { provider, what } = target;
  const { status } = answer;
  const fail = (code: ErrorCode, message: string, context: Record<string, number | string> = {}): AppError =>
    new AppError(code, message, { context: { provider, origin: target.origin, status, ...context } });

  if (status === 429 || (status === 403 && isRateLimit(answer))) {
    const retryAfterSeconds = secondsToWait(answer, now);
    const message = `${provider} is limiting requests: try again in ${retryAfterSeconds} s`;
    return fail('rate_limited', message, { retryAfterSeconds });
  }
  if (status === 401)
    return fail('credential_rejected', `${provider} refuses the token (401): create a new one and connect again`);
  if (status === 403) {
    const hint = answer.headers['x-accepted-github-permissions'];
    const needed = typeof hint === 'string' && /^[\w=;, -]{1,200}$/u.test(hint) ? hint : null;
    return fail(
      'permission_missing',
      `${provider} does not let this credential read or write ${what} (403): grant it access${needed === null ? '' : ` (needed: ${needed})`}`,
      needed === null ? {} : { needed },
    );
  }
  if (status === 402)
    return fail('permission_missing', `The ${provider} account's plan does not include ${what} (402)`);
  if (status === 404 || status === 410 || status === 451) {
    return fail(
      'not_found',
      `${provider} cannot find ${what}, or hides it from this token (${status}): check the name and the token's access`,
    );
  }
  if (status === 409)
    return fail('conflict', `${provider} refuses ${what} because of a conflict with its current state (409)`);
  if (status >= 500)
    return fail('provider_failed', `${provider} failed to return ${what} (${status}): try again later`);
  if (status >= 400)
    return fail('provider_unexpected', `${provider} did not accept the request for ${what} (${status})`);
  return createNotJsonError(target);
}

export function nullIfNotFound(thrown: unknown): null {
  if (thrown instanceof AppError && thrown.code === 'not_found') return null;
  throw thrown;
}

/** Creates the error for a response that is not JSON, mostly due to a wrong base URL or the error page of a proxy. */
export function createNotJsonError({ provider, origin, what }: RequestTarget): AppError {
  return new AppError(
    'provider_unexpected',
    `The response of ${origin} for ${what} is not from ${provider}'s API: check that the base URL is the API root`,
    { context: { provider, origin } },
  );
}

/** Creates the error for a response that is too large. Not retryable, since a retry would read as much again. */
export function createResponseTooLargeError({ provider, origin, what }: RequestTarget, maxBytes: number): AppError {
  return new AppError(
    'provider_unexpected',
    `${provider}'s response for ${what} is larger than ${maxBytes / 2 ** 20} MB: check that ${origin} is ${provider}'s API`,
    { context: { provider, origin } },
  );
}

/** Creates the error for JSON in an undocumented format. The error names invalid fields, but not their values. */
export function createUnexpectedFormatError(
  { provider, origin, what }: RequestTarget,
  { issues }: z.ZodError,
): AppError {
  const paths = issues
    .slice(0, 3)
    .map((issue) => issue.path.map(String).join('.').slice(0, 100) || 'the whole response');
  return new AppError(
    'provider_unexpected',
    `${provider}'s response for ${what} does not have the documented form (${paths.join(', ')}): check the base URL`,
    { context: { provider, origin } },
  );
}

/** Creates the error for a request without a response: no connection, a timeout, or an abort by the caller. */
export function createNoResponseError(target: RequestTarget, thrown: unknown, signal: AbortSignal): AppError {
  const { provider, origin, what } = target;
  const at = `${provider} at ${origin}`;
  const fail = (code: ErrorCode, message: string) => new AppError(code, message, { context: { provider, origin } });
  if (signal.aborted) {
    // The signal may have a timeout, which needs other advice than a stop by the caller.
    if (signal.reason instanceof Error && signal.reason.name === 'TimeoutError') {
      const advice = 'check the address and the network, or try again later';
      return fail('unavailable', `${at} did not return ${what} in time: ${advice}`);
    }
    return new AppError('unavailable', `The request to ${provider} for ${what} was stopped: try again`);
  }
  const limit = findExceededResponseLimit(thrown);
  if (limit !== null) return createResponseTooLargeError(target, limit);
  const reason = reasonOf(thrown);
  if (reason === refusedAddressErrorCode) {
    const advice = 'if the network is yours, add it to REFRAIN_PRIVATE_NETWORKS';
    return fail('invalid_input', `${at} does not have a public address, so no request is sent: ${advice}`);
  }
  if (reason === refusedRedirectErrorCode) {
    const advice = 'check that the base URL is the API root';
    return fail('provider_unexpected', `${at} redirects the request for ${what} to another host: ${advice}`);
  }
  const advice = 'check the address and the network, then try again';
  return fail('provider_unreachable', `Cannot reach ${at} (${reason}): ${advice}`);
}

/**
 * Returns a base URL without trailing slashes. Throws `invalid_input` if it is not HTTP(S), or has a user, password,
 * query or fragment.
 */
export function parseBaseUrl(baseUrl: string, provider: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  const plain = url && !url.username && !url.password && !url.search && !url.hash;
  if (!plain || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new AppError(
      'invalid_input',
      `The base URL of ${provider} is invalid: enter an http(s) URL without a user name or query`,
    );
  }
  return url.href.replace(/\/+$/u, '');
}

/** Recognises rate limits that GitHub reports as 403. A missing header does not mean that 0 requests remain. */
function isRateLimit({ headers, message }: ErrorResponse): boolean {
  return (
    headers['retry-after'] !== undefined ||
    String(headers['x-ratelimit-remaining'] ?? '') === '0' ||
    /\bsecondary rate\b|\brate limit exceeded\b/iu.test(message?.slice(0, 1_000) ?? '')
  );
}

const fallbackWaitSeconds = 60;

/** Returns the seconds to wait before a retry. GitHub's reset is a Unix time, PagerDuty's a number of seconds. */
function secondsToWait({ headers }: ErrorResponse, now: number): number {
  const read = (name: string): number | null => {
    const value = Number(headers[name] ?? Number.NaN);
    return Number.isFinite(value) && value >= 0 ? value : null;
  };
  const reset = String(headers['x-ratelimit-remaining'] ?? '') === '0' ? read('x-ratelimit-reset') : null;
  const seconds =
    read('retry-after') ?? (reset === null ? read('ratelimit-reset') : reset - Math.floor(now / 1_000) + 1);
  return Math.min(Math.max(Math.ceil(seconds ?? fallbackWaitSeconds), 1), 24 * 3_600);
}

/** Returns the system's error code. The message is omitted, because it may quote the request. */
function reasonOf(thrown: unknown): string {
  let current = thrown;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if (current.name === 'TimeoutError') return 'no answer in time';
    const code = 'code' in current ? current.code : undefined;
    if (typeof code === 'string' && /^[A-Z][A-Z\d_]{2,60}$/u.test(code)) return code;
    current = current instanceof AggregateError ? (current.errors[0] ?? current.cause) : current.cause;
  }
  return 'no answer';
}
