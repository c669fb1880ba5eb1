import type { Schemas } from '../api/refrain.ts';

type Candidate = Pick<Schemas['ListedFailure'], 'title' | 'isFailure' | 'patternId'>;

/**
 * Chooses titles of recent failures as example searches: first failures of different patterns, because their search finds
 * something, then others.
 * @param failures newest first
 */
export function chooseExamples(failures: readonly Candidate[], limit: number): readonly string[] {
  const counted = failures.filter(({ isFailure }) => isFailure);
  const patterns = new Map<string, string>();
  for (const { patternId, title } of counted)
    if (patternId !== null && !patterns.has(patternId)) patterns.set(patternId, title);
  const titles = [...patterns.values(), ...counted.map(({ title }) => title)];
  return [...new Set(titles)].slice(0, limit);
}
