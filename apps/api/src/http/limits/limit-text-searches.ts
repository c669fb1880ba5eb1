import { AppError } from '@refrain/domain';
import type { Response } from 'express';
import { accessOf } from '../authentication/access.ts';
import { limitAtOnce } from './capacity.ts';

/** The page of patterns sends two: the list and its facets. */
const usual = { perHolder: 2, inAll: Number.POSITIVE_INFINITY };
const retryAfterSeconds = 5;

/** Runs a read for the user of a response. @param query the words that it looks for, if any */
export type LimitSearch = <T>(query: string | undefined, response: Response, read: () => Promise<T>) => Promise<T>;

/**
 * Limits how many searches by words one user runs at once: each holds a database connection for seconds. A search keeps its
 * place until the database has finished, also when its caller left.
 */
export function limitWordSearches(most = usual): LimitSearch {
  const searchFor = limitAtOnce({ ...most, refusal });
  return (query, response, read) => (query === undefined ? read() : searchFor(accessOf(response).user.id, read));
}

function refusal(): AppError {
  return new AppError('rate_limited', 'Several searches of yours are running: wait for one of them to end.', {
    context: { retryAfterSeconds },
  });
}
