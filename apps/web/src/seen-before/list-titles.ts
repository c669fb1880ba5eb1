import type { Schemas } from '../api/refrain.ts';

/** Different titles of what counts as a failure, in their order. */
export function listTitles(
  failures: readonly Pick<Schemas['ListedFailure'], 'title' | 'isFailure'>[],
  most: number,
): readonly string[] {
  const titles = failures.filter(({ isFailure }) => isFailure).map(({ title }) => title);
  return [...new Set(titles)].slice(0, most);
}
