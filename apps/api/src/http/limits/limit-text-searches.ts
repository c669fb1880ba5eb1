import { AppError } from '@refrain/domain';
import type { Response } from 'express';
import { accessOf } from '../authentication/access.ts';
import { limitConcurrency } from './capacity.ts';

/** The page of patterns sends two searches: the list and its facets. */
const defaultCapacity = { perHolder: 2, inAll: Number.POSITIVE_INFINITY };
const retryAfterSeconds = 5;

/** Runs a query for the user of a response; it counts as a search if `query` is set. */
export type LimitSearch = <T>(query: string | undefined, response: Response, read: () => Promise<T>) => Promise<T>;

/**
 * Limits the concurrent text searches of one user: each occupies a database connection for seconds. A search counts until the
 * database has finished, also if its caller left.
 */
export function limitTextSearches(capacity = defaultCapacity): LimitSearch {
  const searchFor = limitConcurrency({ ...capacity, refusal });
  return (query, response, read) => (query === undefined ? read() : searchFor(accessOf(response).user.id, read));
}

function refusal(): AppError {
  return new AppError('rate_limited', 'Several of your searches are running. Wait for one of them to end.', {
    context: { retryAfterSeconds },
  });
}
