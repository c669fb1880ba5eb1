import { ApiProblem, isMissing } from '../api/api-problem.ts';

/** What is there no more was forgotten by somebody else: the API names it by its id only. */
export function rethrowMissing(error: unknown): never {
  throw isMissing(error) ? new ApiProblem(404, 'Somebody else has forgotten this entry meanwhile.') : error;
}
