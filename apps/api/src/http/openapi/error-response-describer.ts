import { type ErrorCode, ProblemDetails } from '@refrain/domain';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { httpStatusByErrorCode } from '../responses/problem.ts';
import { acceptsIdempotencyKey, type Route } from '../routing/define-route.ts';

const meanings: Readonly<Record<ErrorCode, string>> = {
  invalid_input: 'the request is invalid',
  not_found: 'the object does not exist',
  conflict: 'the request conflicts with what is stored',
  precondition_failed: 'the object was changed after it was read',
  key_reused: 'the `Idempotency-Key` belongs to another request',
  unauthenticated: 'the token or session is missing or invalid',
  forbidden:
    'your role or the scopes of your token do not permit the request, or a browser sent it from another origin',
  too_large: 'the body is larger than this route accepts',
  unsupported_encoding: 'the body is compressed',
  rate_limited: 'too many requests, here or at the provider',
  signature_invalid: 'the signature does not match',
  credential_rejected: 'the provider rejects the credential',
  permission_missing: 'the credential lacks a permission',
  provider_unreachable: 'the provider does not respond',
  provider_failed: 'the provider reported an error',
  provider_unexpected: "the provider's response was unexpected",
  unavailable: 'PostgreSQL or Redis is unavailable, or too many such requests run at the same time',
  misconfigured: 'a setting is wrong',
  internal: "an internal error; Refrain's log has the cause",
};

export type ErrorResponseDescriber = (route: Route) => Record<string, ZodOpenApiResponseObject>;

/** Returns a function that describes the error responses of a route by status. Equal responses share a component. */
export function createErrorResponseDescriber(): ErrorResponseDescriber {
  const shared = new Map<string, ZodOpenApiResponseObject>();

  function describe(codes: readonly ErrorCode[]): ZodOpenApiResponseObject {
    const id = codes.map(toPascalCase).join('Or');
    const response = shared.get(id) ?? {
      id,
      description: codes.map((code) => `\`${code}\`: ${meanings[code]}.`).join(' '),
      content: { 'application/problem+json': { schema: ProblemDetails } },
    };
    shared.set(id, response);
    return response;
  }

  return (route) => {
    const codes = listCodes(route);
    const responses: Record<string, ZodOpenApiResponseObject> = {};
    for (const status of new Set(codes.map((code) => httpStatusByErrorCode[code]))) {
      responses[status] = describe(codes.filter((code) => httpStatusByErrorCode[code] === status));
    }
    return { ...responses, default: describe(['unavailable', 'misconfigured', 'internal']) };
  };
}

function toPascalCase(code: ErrorCode): string {
  return code.replaceAll(/(?:^|_)(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

function listCodes(route: Route): ErrorCode[] {
  const { errors = [], needs, body, upload, acceptsIfMatch, isProbe } = route;
  const codes: ErrorCode[] = ['invalid_input', ...errors];
  if (body !== null || upload !== undefined) codes.push('too_large');
  if (body !== null) codes.push('unsupported_encoding');
  if (needs !== 'anyone') codes.push('unauthenticated', 'forbidden');
  if (!isProbe) codes.push('rate_limited');
  if (acceptsIfMatch) codes.push('precondition_failed');
  if (acceptsIdempotencyKey(route)) codes.push('conflict', 'key_reused');
  return [...new Set(codes)].sort();
}
