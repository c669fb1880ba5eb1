import { z } from 'zod';

/** The code of an error. Each code determines whether a retry can help. */
export const ErrorCode = z.enum([
  'invalid_input', // invalid input from a person or a file
  'not_found',
  'conflict', // the requested state contradicts the stored one
  'precondition_failed', // the stored version is not the one on which the decision was based
  'key_reused', // an `Idempotency-Key` that was used for another request
  'unauthenticated', // no token, or an unknown token
  'forbidden', // authenticated, but not allowed
  'too_large',
  'unsupported_encoding', // a request body that is compressed
  'rate_limited', // too many requests to Refrain or to a provider; the context has `retryAfterSeconds` if the delay is known
  'signature_invalid', // a webhook whose signature does not match
  'credential_rejected', // a provider refuses the connection's credential
  'permission_missing', // the credential is valid but lacks a permission
  'provider_unreachable', // no response: DNS failure, connection refused or reset, or timeout
  'provider_failed', // the provider responded with status 5xx
  'provider_unexpected', // the provider's response does not have the documented form
  'unavailable', // PostgreSQL, Redis or another part of Refrain is down or too busy
  'misconfigured', // settings with which Refrain cannot work
  'internal',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

const retryableCodes: ReadonlySet<ErrorCode> = new Set([
  'rate_limited',
  'provider_unreachable',
  'provider_failed',
  'unavailable',
  'internal',
]);

export interface AppErrorOptions {
  /** Ids and counts of what was being processed. They are logged, so never add a credential or ingested text. */
  readonly context?: Readonly<Record<string, string | number | boolean | null>>;
  readonly cause?: unknown;
}

/** The only error type of Refrain. `message` is one line for a person: what is wrong, then what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly context: NonNullable<AppErrorOptions['context']>;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.context = options.context ?? {};
  }

  get retryable(): boolean {
    return retryableCodes.has(this.code);
  }
}

/** Wraps a thrown value as an `internal` error unless it is an `AppError` already. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError('internal', message, { cause: thrown });
}

/** The body of every error response: problem details (RFC 9457) with a `code`, and whether a retry can help. */
export const ProblemDetails = z.object({
  type: z.string(),
  title: z.string(),
  /** The HTTP status code. */
  status: z.number().int(),
  /** One line for a person: what is wrong, then what to do. */
  detail: z.string(),
  code: ErrorCode,
  retryable: z.boolean(),
  /** The trace id of the request in the log. */
  traceId: z.string().optional(),
});
export type ProblemDetails = z.infer<typeof ProblemDetails>;
