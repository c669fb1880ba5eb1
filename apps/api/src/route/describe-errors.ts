import { type ErrorCode, Problem } from '@refrain/domain';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { statusOf } from '../problem.ts';
import type { Route } from './define-route.ts';

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
  unauthenticated: 'no token and no session, or none that is known',
  forbidden: 'a browser wrote from another page than Refrain’s own',
  too_large: 'the body is larger than this route takes',
  rate_limited: 'too many requests, here or at the provider',
  signature_invalid: 'the signature does not match',
  credential_rejected: 'the provider refuses the credential',
  permission_missing: 'the credential lacks a permission',
  provider_unreachable: 'the provider does not answer',
  provider_failed: 'the provider failed',
  provider_unexpected: 'the provider answered something unexpected',
  unavailable: 'PostgreSQL or Redis is away',
  misconfigured: 'a setting cannot work',
  internal: 'something went wrong in Refrain; its log says what',
};

/** The errors of a route by status: those that it names, and those of every route. */
export function describeErrors(route: Route): Record<string, ZodOpenApiResponseObject> {
  const codes = codesOf(route);
  const statuses = [...new Set(codes.map((code) => statusOf[code]))].sort((a, b) => a - b);
  return {
    ...Object.fromEntries(
      statuses.map((status) => [status, describe(codes.filter((code) => statusOf[code] === status))]),
    ),
    default: describe(['unavailable', 'misconfigured', 'internal']),
  };
}

function codesOf({ errors = [], isOpen = false, method, body, upload }: Route): ErrorCode[] {
  const takesBody = body !== null || upload !== undefined;
  return [
    'invalid_input',
    ...errors,
    ...(takesBody ? (['too_large'] as const) : []),
    ...(isOpen ? [] : (['unauthenticated'] as const)),
    ...(isOpen || method === 'get' ? [] : (['forbidden'] as const)),
  ];
}

function describe(codes: readonly ErrorCode[]): ZodOpenApiResponseObject {
  return {
    description: codes.map((code) => `\`${code}\`: ${meanings[code]}.`).join(' '),
    content: { 'application/problem+json': { schema: Problem } },
  };
}
