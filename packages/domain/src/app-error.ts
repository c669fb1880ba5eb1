import { z } from 'zod';

/** Every way in which Refrain can fail, as a closed list; each code says by itself whether trying again can help. */
export const ErrorCode = z.enum([
  'invalid_input', // a person or a file gave something that cannot be read; retrying the same is useless
  'not_found',
  'conflict', // the wanted state contradicts the stored one
  'precondition_failed', // it was decided on as it is no longer stored
  'key_reused', // an `Idempotency-Key` that belongs to another request
  'unauthenticated', // no token, or not one of ours
  'forbidden', // known, but not allowed
  'too_large',
  'unsupported_encoding', // a request body that is compressed
  'rate_limited', // by us, or by a provider; `retryAfterSeconds` in the context where known
  'signature_invalid', // a webhook whose signature does not match
  'credential_rejected', // a provider refuses the connection's credential
  'permission_missing', // the credential is valid and lacks a permission
  'provider_unreachable', // no answer: DNS, refused, reset, timeout
  'provider_failed', // the provider answered 5xx
  'provider_unexpected', // the provider's answer does not have the documented form
  'unavailable', // one of our own parts (PostgreSQL, Redis) is away, or too busy
  'misconfigured', // settings that cannot work
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
  /** What was being worked on. Identifiers and counts only: never a credential, never ingested text. */
  readonly context?: Readonly<Record<string, string | number | boolean | null>>;
  readonly cause?: unknown;
}

/**
 * The one error type. `message` is one line for a person: what is wrong, then what to do.
 * `retryable` follows from the code.
 */
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

/** Any thrown value as an `AppError`: itself if it is one, else `internal` with the value as its cause. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError('internal', message, { cause: thrown });
}
