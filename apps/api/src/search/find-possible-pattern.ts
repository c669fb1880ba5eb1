import type { FailureIndexMatch } from '@refrain/analysis';
import type { PossiblePattern } from '@refrain/domain';
import type { PatternOfFailure } from '@refrain/store';

type Comparable = Pick<FailureIndexMatch, 'id' | 'score' | 'isWeak'>;

/** Minimum score of a failure that counts as similar */
const minScore = 0.5;
/** Maximum number of similar failures that are counted */
const maxCounted = 10;
/** Minimum number of these failures in one pattern */
const minMembers = 3;

/**
 * Finds the pattern of at least half of the most similar failures, which is worth a look without a certain match.
 * @param matches most similar first
 * @param patternIds pattern ids of clustered failures by failure id; null for failures in no pattern
 */
export function findPossiblePattern(
  matches: readonly Comparable[],
  patternIds: ReadonlyMap<string, string | null>,
  patternsOf: readonly PatternOfFailure[],
): PossiblePattern | null {
  const similar = matches.filter(({ isWeak, score }) => !isWeak && score >= minScore).slice(0, maxCounted);
  const members = new Map<string, number>();
  for (const { id } of similar) {
    const patternId = patternIds.get(id) ?? null;
    if (patternId !== null) members.set(patternId, (members.get(patternId) ?? 0) + 1);
  }
  const [most] = [...members].sort(([, a], [, b]) => b - a);
  const pattern = patternsOf.find(({ id }) => id === most?.[0]);
  if (most === undefined || pattern === undefined || most[1] < minMembers || 2 * most[1] < similar.length) return null;
  const { id, name, remedies } = pattern;
  return { id, name, remedies, failures: most[1], of: similar.length };
}
