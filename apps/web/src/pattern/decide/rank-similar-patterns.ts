import type { Schemas } from '../../api/refrain.ts';

export interface RankedPattern {
  readonly id: string;
  readonly name: string;
  /** The similarity of the pattern's most similar failure, 0 to 1. */
  readonly similarity: number;
}

/** Ranks the patterns of similar failures by their most similar failure, most similar first. */
export function rankSimilarPatterns(
  matches: readonly Pick<Schemas['SearchMatch'], 'pattern' | 'score'>[],
): readonly RankedPattern[] {
  const best = new Map<string, RankedPattern>();
  for (const { pattern, score } of matches) {
    if (pattern === null || (best.get(pattern.id)?.similarity ?? -1) >= score) continue;
    best.set(pattern.id, { ...pattern, similarity: score });
  }
  return [...best.values()].sort((a, b) => b.similarity - a.similarity);
}
