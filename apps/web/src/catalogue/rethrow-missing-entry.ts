import { ApiProblem, isNotFound } from '../api/api-problem.ts';

/** Rethrows an error. A 404 gets a message for users, because the API's own message only repeats the entry's id. */
export function rethrowMissingEntry(error: unknown): never {
  throw isNotFound(error) ? new ApiProblem(404, 'Another user has deleted this entry.') : error;
}
