import { GraphQLError } from 'graphql';
import type { Reply } from '../http/reply.ts';

/** What went wrong, by GitHub's name for it. */
export function queryError(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** GitHub gives the type beside the message. */
export function presentQueryError({ extensions, message, path, locations }: GraphQLError): object {
  const { type } = extensions;
  return {
    ...(type === undefined ? {} : { type }),
    ...(path === undefined ? {} : { path }),
    ...(locations === undefined ? {} : { locations }),
    message,
  };
}

/** A used-up budget, which GraphQL says by a 200. */
export function queryLimitExceeded(): Reply {
  return {
    status: 200,
    body: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded for this token.' }] },
  };
}
