import { AppError } from '@refrain/domain';
import type { Response } from 'express';
import { requireAccess } from '../authentication/caller-access.ts';
import { limitConcurrency } from './capacity-limits.ts';

/** The patterns page sends two searches at a time: for the list and for its facets. */
const defaultCapacity = { perHolder: 2, inAll: Number.POSITIVE_INFINITY };
const retryAfterSeconds = 5;

/** Runs the database query `read` for the authenticated user, as a text search if the search text `query` is given. */
export type TextSearchRunner = <T>(query: string | undefined, response: Response, read: () => Promise<T>) => Promise<T>;

/**
 * Limits the concurrent text searches of one user, because each can occupy a database connection for seconds. A search counts
 * until the database has finished, even if the client disconnects.
 */
export function limitTextSearches(capacity = defaultCapacity): TextSearchRunner {
  const searchFor = limitConcurrency({ ...capacity, refusal });
  return (query, response, read) => (query === undefined ? read() : searchFor(requireAccess(response).user.id, read));
}

function refusal(): AppError {
  return new AppError('rate_limited', 'You have too many running searches. Wait until one of them ends.', {
    context: { retryAfterSeconds },
  });
}
