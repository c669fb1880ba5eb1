import { type ErrorCode, Problem } from '@refrain/domain';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { statusOf } from '../responses/problem.ts';
import { isRepeatable, type Route } from '../routing/define-route.ts';

/** What a provider, or the way to it, may answer a route with that asks one. */
export const providerErrors = [
  'rate_limited',
  'credential_rejected',
  'permission_missing',
  'provider_unreachable',
  'provider_failed',
  'provider_unexpected',
] as const satisfies readonly ErrorCode[];

const meanings: Readonly<Record<ErrorCode, string>> = {
  invalid_input: 'something that was sent cannot be read',
  not_found: 'there is no such thing',
  conflict: 'what is wanted contradicts what is stored',
  precondition_failed: 'it was changed since it was read',
  key_reused: 'the `Idempotency-Key` belongs to another request',
  unauthenticated: 'no token and no session, or none that is known',
  forbidden:
    'your role or the scope of your token does not reach so far, or a browser wrote from another page than Refrain’s own',
  too_large: 'the body is larger than this route takes',
  unsupported_encoding: 'the body is compressed',
  rate_limited: 'too many requests, here or at the provider',
  signature_invalid: 'the signature does not match',
  credential_rejected: 'the provider refuses the credential',
  permission_missing: 'the credential lacks a permission',
  provider_unreachable: 'the provider does not answer',
  provider_failed: 'the provider failed',
  provider_unexpected: 'the provider answered something unexpected',
  unavailable: 'PostgreSQL or Redis is away, or too many ask for the same at once',
  misconfigured: 'a setting cannot work',
  internal: 'something went wrong in Refrain; its log says what',
};

type DescribeErrors = (route: Route) => Record<string, ZodOpenApiResponseObject>;

/** Describes the errors of routes by status: those that a route names, and those of every route. The same are one component. */
export function createDescribeErrors(): DescribeErrors {
  const known = new Map<string, ZodOpenApiResponseObject>();

  function describe(codes: readonly ErrorCode[]): ZodOpenApiResponseObject {
    const id = codes.map(toName).join('Or');
    const response = known.get(id) ?? {
      id,
      description: codes.map((code) => `\`${code}\`: ${meanings[code]}.`).join(' '),
      content: { 'application/problem+json': { schema: Problem } },
    };
    known.set(id, response);
    return response;
  }

  return (route) => {
    const codes = codesOf(route);
    const statuses = [...new Set(codes.map((code) => statusOf[code]))].sort((a, b) => a - b);
    return {
      ...Object.fromEntries(
        statuses.map((status) => [status, describe(codes.filter((code) => statusOf[code] === status))]),
      ),
      default: describe(['unavailable', 'misconfigured', 'internal']),
    };
  };
}

/** `not_found` as `NotFound`. */
function toName(code: ErrorCode): string {
  return code
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

function codesOf(route: Route): ErrorCode[] {
  const { errors = [], needs, body, upload, takesIfMatch = false, isProbe = false } = route;
  const codes: ErrorCode[] = ['invalid_input', ...errors];
  if (body !== null || upload !== undefined) codes.push('too_large');
  if (body !== null) codes.push('unsupported_encoding');
  if (needs !== 'anyone') codes.push('unauthenticated', 'forbidden');
  if (!isProbe) codes.push('rate_limited');
  if (takesIfMatch) codes.push('precondition_failed');
  if (isRepeatable(route)) codes.push('conflict', 'key_reused');
  return [...new Set(codes)].sort();
}
