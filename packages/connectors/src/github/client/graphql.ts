import { z } from 'zod';

/** A question to GitHub's GraphQL API. Only queries are asked there, nothing is written. */
export interface GitHubQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What is asked for, in a person's words. */
  readonly what: string;
}

/** Beside the REST API: https://docs.github.com/enterprise-server@latest/graphql/guides/forming-calls-with-graphql. */
export function graphQlUrl(root: string): string {
  return `${root.replace(/\/api\/v3$/u, '/api')}/graphql`;
}

const Answer = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ type: z.string().nullish(), message: z.string().nullish() }))
    .min(1)
    .max(1_000),
});

/**
 * GraphQL says by a 200 what REST says by its status: this is that status, so that errors are told in one place; null for an
 * answer that can be used. What is missing of an answer, as one of many things asked for is gone, is null in it.
 */
export function refusalOf(body: unknown): { readonly status: number; readonly message: string } | null {
  const answer = Answer.safeParse(body);
  if (!answer.success) return null;
  const { data, errors } = answer.data;
  const message = (errors[0]?.message ?? '').slice(0, 1_000);
  const types = new Set(errors.map(({ type }) => type));
  if (types.has('RATE_LIMITED') || /\bsecondary rate\b/iu.test(message)) return { status: 429, message };
  if (types.has('FORBIDDEN') || types.has('INSUFFICIENT_SCOPES')) return { status: 403, message };
  if (data !== null && data !== undefined) return null;
  if (types.has('NOT_FOUND')) return { status: 404, message };
  // GitHub gives up a query that takes it too long, or that it fails in, by these words and no type.
  return { status: /something went wrong|timeout/iu.test(message) ? 502 : 400, message };
}
