import { AppError, type ErrorCode } from '@refrain/domain';
import type { z } from 'zod';
import { refusedCode } from '../outbound/guard-connections.ts';
import { findExceededLimit } from '../outbound/limit-response.ts';
import { redirectedCode } from '../outbound/same-origin-fetch.ts';

/** Whom we asked, for messages: `GitHub`, and the origin of its address. */
export interface Asked {
  readonly provider: string;
  readonly origin: string;
  /** What was asked for, in a person's words: `the commits of acme/api`. */
  readonly what: string;
}

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  /** The provider's own message: read for hints, never repeated, as it may hold anything. */
  readonly message?: string;
}

/**
 * The one place where an HTTP status becomes an error code. Nothing of request or answer goes into the error but the
 * status, so that no credential can.
 */
export function errorFromResponse(asked: Asked, answer: Answer, now: number = Date.now()): AppError {
  const { provider, what } = asked;
  const { status } = answer;
  const fail = (code: ErrorCode, message: string, context: Record<string, number | string> = {}): AppError =>
    new AppError(code, message, { context: { provider, origin: asked.origin, status, ...context } });

  if (status === 429 || (status === 403 && isRateLimit(answer))) {
    const seconds = secondsToWait(answer, now);
    return fail('rate_limited', `${provider} has had enough requests for now: try again in ${seconds} s`, {
      retryAfterSeconds: seconds,
    });
  }
  if (status === 401) {
    return fail('credential_rejected', `${provider} refuses the token (401): make a new one and connect again`);
  }
  if (status === 403) {
    const hint = answer.headers['x-accepted-github-permissions'];
    const needed = typeof hint === 'string' && /^[\w=;, -]{1,200}$/u.test(hint) ? hint : null;
    return fail(
      'permission_missing',
      `${provider} does not let this credential read or write ${what} (403): give it that${needed === null ? '' : ` (needed: ${needed})`}`,
      needed === null ? {} : { needed },
    );
  }
  if (status === 402) {
    return fail('permission_missing', `The ${provider} account's plan does not include ${what} (402)`);
  }
  if (status === 404 || status === 410 || status === 451) {
    return fail(
      'not_found',
      `${provider} does not find ${what}, or hides it from this token (${status}): check the name and the token's access`,
    );
  }
  if (status === 409) return fail('conflict', `${provider} refuses ${what} in its present state (409)`);
  if (status >= 500) {
    return fail('provider_failed', `${provider} failed when asked for ${what} (${status}): try again later`);
  }
  if (status >= 400) {
    return fail('provider_unexpected', `${provider} did not accept the request for ${what} (${status})`);
  }
  return notJson(asked);
}

/** An answer that is no JSON of the documented form: mostly a wrong base address, or a proxy's page. */
export function notJson({ provider, origin, what }: Asked): AppError {
  return new AppError(
    'provider_unexpected',
    `${origin} did not answer as ${provider}'s API when asked for ${what}: check that the base address is the API's root`,
    { context: { provider, origin } },
  );
}

/** Creates the error for an answer that exceeds a limit in bytes. The code is not retryable, as a retry would read as much again. */
export function responseTooLarge({ provider, origin, what }: Asked, maxBytes: number): AppError {
  return new AppError(
    'provider_unexpected',
    `${provider}'s answer for ${what} is larger than ${maxBytes / 2 ** 20} MB, and the rest was not read: check that ${origin} is the address of ${provider}'s API`,
    { context: { provider, origin } },
  );
}

/** JSON of another form than the documented one; names the fields and repeats no value. */
export function unexpectedForm({ provider, origin, what }: Asked, { issues }: z.ZodError): AppError {
  const paths = issues.slice(0, 3).map((issue) => issue.path.map(String).join('.').slice(0, 100) || 'the whole');
  return new AppError(
    'provider_unexpected',
    `${provider}'s answer for ${what} does not have its documented form (${paths.join(', ')}): check the base address`,
    { context: { provider, origin } },
  );
}

/** A request without an answer: DNS, refused, reset, TLS, timeout; or one that the caller stopped, or gave no longer. */
export function errorFromNoResponse(asked: Asked, thrown: unknown, signal: AbortSignal): AppError {
  const { provider, origin } = asked;
  if (signal.aborted) {
    // A limit of ours, not a stop: the caller waited as long as a person does.
    if (signal.reason instanceof Error && signal.reason.name === 'TimeoutError') {
      return new AppError(
        'unavailable',
        `${provider} at ${origin} did not answer in time when asked for ${asked.what}: check the address and the network, or try again later`,
        { context: { provider, origin } },
      );
    }
    return new AppError('unavailable', `Stopped while asking ${provider} for ${asked.what}: ask again`);
  }
  const limit = findExceededLimit(thrown);
  if (limit !== null) return responseTooLarge(asked, limit);
  const reason = reasonOf(thrown);
  if (reason === refusedCode) {
    return new AppError(
      'invalid_input',
      `${provider} at ${origin} is not asked, as its address is not a public one: where it is yours, set REFRAIN_PRIVATE_NETWORKS to the network that it is in`,
      { context: { provider, origin } },
    );
  }
  if (reason === redirectedCode) {
    return new AppError(
      'provider_unexpected',
      `${provider} at ${origin} leads to another host when asked for ${asked.what}, which is not followed: check that the base address is the API's root`,
      { context: { provider, origin } },
    );
  }
  return new AppError(
    'provider_unreachable',
    `Cannot reach ${provider} at ${origin} (${reason}): check the address and the network, then try again`,
    { context: { provider, origin } },
  );
}

/**
 * The address that a connection speaks to, without a slash at its end.
 * @throws {AppError} `invalid_input` when it is no http(s) URL or carries a user name, password, query or fragment
 */
export function parseBaseUrl(baseUrl: string, provider: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  const plain = url && !url.username && !url.password && !url.search && !url.hash;
  if (!plain || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new AppError(
      'invalid_input',
      `The base address of ${provider} is not usable: give an http(s) URL without user name and query`,
    );
  }
  return url.href.replace(/\/+$/u, '');
}

/** GitHub says a rate limit by 403 too. A missing header is not a 0: servers of one's own send none. */
function isRateLimit({ headers, message }: Answer): boolean {
  return (
    headers['retry-after'] !== undefined ||
    String(headers['x-ratelimit-remaining'] ?? '') === '0' ||
    /\bsecondary rate\b|\brate limit exceeded\b/iu.test(message?.slice(0, 1_000) ?? '')
  );
}

const fallbackWaitSeconds = 60;

/** Seconds until it is worth asking again: GitHub's reset is an epoch time, PagerDuty's a number of seconds. */
function secondsToWait({ headers }: Answer, now: number): number {
  const read = (name: string): number | null => {
    const value = Number(headers[name] ?? Number.NaN);
    return Number.isFinite(value) && value >= 0 ? value : null;
  };
  const reset = String(headers['x-ratelimit-remaining'] ?? '') === '0' ? read('x-ratelimit-reset') : null;
  const seconds =
    read('retry-after') ?? (reset === null ? read('ratelimit-reset') : reset - Math.floor(now / 1_000) + 1);
  return Math.min(Math.max(Math.ceil(seconds ?? fallbackWaitSeconds), 1), 24 * 3_600);
}

/** The system's code for why there is no answer. Only the code: a message can quote the request. */
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
