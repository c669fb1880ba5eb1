import type { Schemas } from '../../api/refrain.ts';

interface CountedPattern {
  readonly id: string;
  readonly name: string;
  readonly failures: number;
}

/** Counts the failures of each pattern, most failures first. */
export function countPatterns(
  failures: readonly Pick<Schemas['ListedFailure'], 'patternId' | 'patternName'>[],
): readonly CountedPattern[] {
  const counted = new Map<string, CountedPattern>();
  for (const { patternId, patternName } of failures) {
    if (patternId === null) continue;
    const before = counted.get(patternId)?.failures ?? 0;
    counted.set(patternId, { id: patternId, name: patternName ?? '', failures: before + 1 });
  }
  return [...counted.values()].sort((a, b) => b.failures - a.failures);
}
