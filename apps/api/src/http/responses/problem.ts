import { AppError, type ErrorCode, type ProblemDetails, toAppError } from '@refrain/domain';
import type { ErrorRequestHandler, Response } from 'express';
import { traceIdHeader } from '../requests/observe-requests.ts';

export const httpStatusByErrorCode: Readonly<Record<ErrorCode, number>> = {
  invalid_input: 400,
  not_found: 404,
  conflict: 409,
  precondition_failed: 412,
  key_reused: 422,
  unauthenticated: 401,
  forbidden: 403,
  too_large: 413,
  unsupported_encoding: 415,
  rate_limited: 429,
  signature_invalid: 401,
  credential_rejected: 422,
  permission_missing: 422,
  provider_unreachable: 502,
  provider_failed: 502,
  provider_unexpected: 502,
  unavailable: 503,
  misconfigured: 500,
  internal: 500,
};

export const providerErrorCodes = [
  'rate_limited',
  'credential_rejected',
  'permission_missing',
  'provider_unreachable',
  'provider_failed',
  'provider_unexpected',
] as const satisfies readonly ErrorCode[];

/** @throws {AppError} `not_found` with the message if the value is null or undefined */
export function requireFound<Value>(value: Value, message: string): NonNullable<Value> {
  if (value !== null && value !== undefined) return value;
  throw new AppError('not_found', message);
}

/** Returns the message of an error, except of an internal error, whose message may contain internal data. */
export function describeErrorForClient({ code, message }: AppError): string {
  return code === 'internal' ? "An internal error occurred. Refrain's log has the cause." : message;
}

/** Sends an error as problem details (RFC 9457) with `code` and `retryable`. */
export function sendProblem(response: Response, error: AppError): void {
  const status = httpStatusByErrorCode[error.code];
  if (error.code === 'unauthenticated') response.setHeader('WWW-Authenticate', 'Bearer');
  const { retryAfterSeconds } = error.context;
  if (typeof retryAfterSeconds === 'number') response.setHeader('Retry-After', Math.ceil(retryAfterSeconds));
  const traceId = response.getHeader(traceIdHeader);
  const problem: ProblemDetails = {
    type: 'about:blank',
    title: error.code.replaceAll('_', ' '),
    status,
    detail: describeErrorForClient(error),
    code: error.code,
    retryable: error.retryable,
    ...(traceId === undefined ? {} : { traceId: String(traceId) }),
  };
  response.setHeader('Cache-Control', 'no-store');
  response.status(status).type('application/problem+json').send(JSON.stringify(problem));
}

export function createProblemHandler(onError: (error: AppError) => void): ErrorRequestHandler {
  return (thrown, _request, response, next) => {
    const error = convertExpressError(thrown) ?? toAppError(thrown);
    if (httpStatusByErrorCode[error.code] >= 500) onError(error);
    if (response.headersSent) next(thrown);
    else sendProblem(response, error);
  };
}

/** Converts errors of Express, which have a `status`, and of body-parser, which also have a documented `type`. */
export function convertExpressError(thrown: unknown): AppError | null {
  if (thrown instanceof AppError || !(thrown instanceof Error) || !('status' in thrown)) return null;
  if (thrown instanceof URIError) {
    return new AppError('invalid_input', 'The URL is not percent-encoded correctly. Write % as %25.');
  }
  if (thrown.status === 404) return new AppError('not_found', 'There is nothing at this URL. Check the path.');
  const type = 'type' in thrown ? thrown.type : null;
  if (type === 'entity.too.large')
    return new AppError('too_large', 'The request body is too large. Send a smaller one.');
  if (type === 'encoding.unsupported') {
    return new AppError('unsupported_encoding', 'The request body is compressed. Send it without Content-Encoding.');
  }
  return typeof thrown.status === 'number' && thrown.status < 500
    ? new AppError('invalid_input', type === null ? 'The request cannot be read.' : 'The request body cannot be read.')
    : null;
}
