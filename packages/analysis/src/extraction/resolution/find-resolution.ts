import type { StatedPassage } from '@refrain/domain';
import { isActionStated, isSuccessStated, type SentenceSignals } from '../read-sentence-signals.ts';
import { type ChosenPassage, choosePassage } from '../report-passages.ts';
import { listResolutionPassages, quoteResolution } from './list-resolution-passages.ts';
import { resolutionWeights } from './resolution-weights.ts';

/** Precision of resolutions on labelled reports of five organisations, each with weights learnt from the other four. */
const confidences = { inResolution: 0.83, elsewhere: 0.7 } as const;

/** Finds the passage of a report that states how the incident was resolved. Returns null if no passage clearly does. */
export function findResolution(report: string): StatedPassage | null {
  const best = choosePassage(listResolutionPassages(report), resolutionWeights);
  if (best === null || !isResolutionStated(best)) return null;
  const confidence = 'inResolution' in best.passage.signals ? confidences.inResolution : confidences.elsewhere;
  return { quote: quoteResolution(best.passage), confidence };
}

/**
 * Returns whether a passage states an action and its success. In a section about the resolution, one of the two is
 * enough, since an incident may end without an action of the operators.
 */
export function isResolutionStated({ passage }: ChosenPassage): boolean {
  const all = passage.sentences.map(({ signals }) => signals);
  const isAction = all.some((signals, at) => isActionStated(signals) && !isHarmful(signals, all[at + 1]));
  const isSuccess = all.some(isSuccessStated);
  return all.some((signals) => 'inResolution' in signals) ? isAction || isSuccess : isAction && isSuccess;
}

/**
 * Returns whether an action failed, did harm, or was no more than a message.
 * @param next signals of the sentence after the action, such as "This caused …"
 */
function isHarmful(signals: SentenceSignals, next: SentenceSignals | undefined): boolean {
  if ('communicated' in signals && !('byMeans' in signals)) return true;
  if (isSuccessStated(signals)) return false;
  if (next !== undefined && 'caused' in next && !isSuccessStated(next)) return true;
  return ['caused', 'asked', 'failed'].some((name) => name in signals);
}
