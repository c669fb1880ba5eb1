import type { StatedPassage } from '@refrain/domain';
import { type ChosenPassage, choosePassage, quoteSentences } from '../report-passages.ts';
import { findFinding } from './find-finding.ts';
import { findNoteCause } from './find-note-cause.ts';
import { listStatedCauses } from './list-stated-causes.ts';
import { rootCauseWeights } from './root-cause-weights.ts';

/**
 * A passage is quoted if its probability among all passages of the report, and its score, are at least these. In a short
 * text any sentence is probable, but only a high score shows that it states a cause.
 */
const minimum = { probability: 0.5, score: 3.5 } as const;
/** Lower minimum of passages that say that they state the cause, or that a section about causes contains. */
const minimumIfSaid = { probability: 0.3, score: 1 } as const;
/** Precision of quotations on labelled reports of five organisations, each with weights learnt from the other four. */
const confidence = 0.6;

/**
 * Finds the passage of a report that states the root cause, or else a short note that does. Returns null if no passage
 * clearly does.
 */
export function findRootCause(title: string, report: string): StatedPassage | null {
  const best = choosePassage(listStatedCauses(title, report), rootCauseWeights);
  if (best !== null && isRootCauseStated(best)) return { quote: quoteSentences(best.passage.sentences), confidence };
  const note = findFinding(report)?.text ?? findNoteCause(report);
  return note === null ? null : { quote: note, confidence };
}

/** Returns whether Refrain would quote the most probable passage. */
export function isRootCauseStated({ passage: { signals }, score, probability }: ChosenPassage): boolean {
  const isSaid = 'underCause' in signals || ('explicit' in signals && !('inTimeline' in signals));
  const required = isSaid ? minimumIfSaid : minimum;
  return score >= required.score && probability >= required.probability;
}
