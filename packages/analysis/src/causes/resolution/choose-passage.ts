import type { Passage } from './list-passages.ts';

export type PassageWeights = Readonly<Record<string, number>>;

/** Returns the passage whose signals have the largest weighted sum. The passage need not state a resolution. */
export function choosePassage(passages: readonly Passage[], weights: PassageWeights): Passage | null {
  let best: Passage | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const passage of passages) {
    let score = 0;
    for (const name in passage.signals) score += (passage.signals[name] ?? 0) * (weights[name] ?? 0);
    if (score > bestScore) [best, bestScore] = [passage, score];
  }
  return best;
}
