import type { StatedPassage } from '@refrain/domain';
import { type Passage, type PassageWeights, quoteSentences, scorePassages } from '../report-passages.ts';
import { listRootCausePassages } from './list-root-cause-passages.ts';
import { rootCauseWeights } from './root-cause-weights.ts';

/**
 * A passage is quoted if its probability among all passages of the report, and its score, are at least these. In a short
 * text any sentence is probable, but only a high score shows that it states a cause.
 */
const minProbability = 0.3;
const minScore = 4;
/** Minimum probability of a passage of a timeline, which mostly reports what people saw and did. */
const minTimelineProbability = 0.5;
/**
 * Precision of quotations on labelled reports of five organisations, each with weights learnt from the other four, by
 * the probability from which it holds.
 */
const confidences = [
  { from: 0.5, confidence: 0.72 },
  { from: minProbability, confidence: 0.55 },
] as const;

/** Finds the passage of a report that states the root cause. Returns null if no passage clearly does. */
export function findRootCause(title: string, report: string): StatedPassage | null {
  const best = chooseRootCausePassage(listRootCausePassages(title, report), rootCauseWeights);
  if (best === null || !isRootCauseStated(best)) return null;
  const confidence = confidences.find(({ from }) => best.probability >= from)?.confidence ?? 0;
  return { quote: quoteRootCause(best.passage), confidence };
}

interface ChosenPassage {
  readonly passage: Passage;
  readonly score: number;
  /** Probability of the passage among all passages of the report */
  readonly probability: number;
}

/** Returns the most probable passage; null without passages. */
export function chooseRootCausePassage(passages: readonly Passage[], weights: PassageWeights): ChosenPassage | null {
  const scores = scorePassages(passages, weights);
  const highest = Math.max(...scores);
  const passage = passages[scores.indexOf(highest)];
  if (passage === undefined) return null;
  const odds = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
  return { passage, score: highest, probability: 1 / odds };
}

/** Returns whether Refrain would quote the most probable passage. */
export function isRootCauseStated({ passage, score, probability }: ChosenPassage): boolean {
  const required = 'inTimeline' in passage.signals ? minTimelineProbability : minProbability;
  return score >= minScore && probability >= required;
}

export function quoteRootCause({ sentences }: Passage): string {
  return quoteSentences(sentences);
}
