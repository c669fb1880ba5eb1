import { z } from 'zod';

export interface GraphQlQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly what: string;
}

/**
 * Returns the GraphQL URL for a REST API root
 * (https://docs.github.com/enterprise-server@latest/graphql/guides/forming-calls-with-graphql).
 */
export function findGraphQlUrl(root: string): string {
  return `${root.replace(/\/api\/v3$/u, '/api')}/graphql`;
}

const Answer = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ type: z.string().nullish(), message: z.string().nullish() }))
    .min(1)
    .max(1_000),
});

/** Maps a GraphQL error to the HTTP status that REST would send; null for a complete or partial response. */
export function findGraphQlError(body: unknown): { readonly status: number; readonly message: string } | null {
  const answer = Answer.safeParse(body);
  if (!answer.success) return null;
  const { data, errors } = answer.data;
  const message = (errors[0]?.message ?? '').slice(0, 1_000);
  const types = new Set(errors.map(({ type }) => type));
  if (types.has('RATE_LIMITED') || /\bsecondary rate\b/iu.test(message)) return { status: 429, message };
  if (types.has('FORBIDDEN') || types.has('INSUFFICIENT_SCOPES')) return { status: 403, message };
  if (data !== null && data !== undefined) return null;
  if (types.has('NOT_FOUND')) return { status: 404, message };
  // GitHub reports timeouts and internal errors without a type, only in these words.
  return { status: /something went wrong|timeout/iu.test(message) ? 502 : 400, message };
}
