import type { Schemas } from '../api/refrain.ts';

/** Returns the first `limit` distinct titles of failures. Omits records that do not count as failures. */
export function listDistinctTitles(
  failures: readonly Pick<Schemas['ListedFailure'], 'title' | 'isFailure'>[],
  limit: number,
): readonly string[] {
  const titles = failures.filter(({ isFailure }) => isFailure).map(({ title }) => title);
  return [...new Set(titles)].slice(0, limit);
}
