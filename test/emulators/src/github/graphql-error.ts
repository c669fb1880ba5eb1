import { GraphQLError } from 'graphql';
import type { Reply } from '../http/reply.ts';

export function createGraphqlError(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** GitHub returns the type of an error next to the message, not in `extensions`. */
export function formatGraphqlError({ extensions, message, path, locations }: GraphQLError): object {
  const { type } = extensions;
  return {
    ...(type === undefined ? {} : { type }),
    ...(path === undefined ? {} : { path }),
    ...(locations === undefined ? {} : { locations }),
    message,
  };
}

/** Reports a used-up rate limit, for which GraphQL uses status 200. */
export function graphqlRateLimitExceeded(): Reply {
  return {
    status: 200,
    body: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded for this token.' }] },
  };
}
