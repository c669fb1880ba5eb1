import type { StatedPassage } from '@refrain/domain';
import { type ChosenPassage, choosePassage, quoteSentences } from '../report-passages.ts';
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
  const passages = listRootCausePassages(title, report).filter(({ stated }) => stated.length > 0);
  const best = choosePassage(passages, rootCauseWeights);
  if (best === null || !isRootCauseStated(best)) return null;
  const confidence = confidences.find(({ from }) => best.probability >= from)?.confidence ?? 0;
  return { quote: quoteSentences(best.passage.stated), confidence };
}

/** Returns whether Refrain would quote the most probable passage. */
export function isRootCauseStated({ passage, score, probability }: ChosenPassage): boolean {
  const required = 'inTimeline' in passage.signals ? minTimelineProbability : minProbability;
  return score >= minScore && probability >= required;
}
