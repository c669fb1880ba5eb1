import { ApiProblem, isMissing } from '../api/api-problem.ts';

/**
 * Rethrows an error. A 404 gets a message that says somebody deleted the entry, since that of the API only gives its
 * id.
 */
export function rethrowMissing(error: unknown): never {
  throw isMissing(error) ? new ApiProblem(404, 'Somebody else has forgotten this entry meanwhile.') : error;
}
