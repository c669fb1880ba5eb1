import { createGraphqlError } from './graphql-error.ts';

export interface GraphqlConnectionArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/**
 * Returns a page of a GraphQL connection. The page size, 1 to 100, is required:
 * https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api.
 */
export function toGraphqlConnectionPage<T>(
  items: readonly T[],
  { first, after }: GraphqlConnectionArguments,
  present: (item: T) => unknown,
) {
  if (first === null || first === undefined) {
    throw createGraphqlError(
      'MISSING_PAGINATION_BOUNDARIES',
      'You must provide a `first` or `last` value to properly paginate.',
    );
  }
  if (first < 1 || first > 100) {
    throw createGraphqlError('EXCESSIVE_PAGINATION', `Requesting ${first} records exceeds the limit of 100 records.`);
  }
  const start = after ? Number(Buffer.from(after, 'base64url').toString()) || 0 : 0;
  const end = Math.min(start + first, items.length);
  return {
    nodes: items.slice(start, end).map(present),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < items.length,
      endCursor: end > start ? Buffer.from(String(end)).toString('base64url') : null,
    },
  };
}
