import type { Response } from 'express';
import { requireAccess } from '../authentication/caller-access.ts';
import { createUserLimitError, limitConcurrency } from './capacity-limits.ts';

/**
 * Runs the database query `read` for the authenticated user. If the search text `query` is given, the limit of text searches
 * applies.
 */
export type TextSearchRunner = <T>(query: string | undefined, response: Response, read: () => Promise<T>) => Promise<T>;

/**
 * Limits the concurrent text searches of one user, because each can occupy a database connection for seconds. A search counts
 * until the database has finished, even if the client disconnects.
 */
export function limitTextSearches(): TextSearchRunner {
  const searchFor = limitConcurrency({
    // The patterns page sends two searches at a time: for the list and for its facets.
    perHolder: 2,
    inAll: Number.POSITIVE_INFINITY,
    refusal: () => createUserLimitError('You have too many running searches. Wait until one of them ends.'),
  });
  return (query, response, read) => (query === undefined ? read() : searchFor(requireAccess(response).user.id, read));
}
