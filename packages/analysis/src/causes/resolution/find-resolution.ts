import type { StatedResolution } from '@refrain/domain';
import { choosePassage } from './choose-passage.ts';
import { listPassages, type Passage, quotePassage } from './list-passages.ts';
import { type Signals, statesAction, statesSuccess } from './read-signals.ts';
import { weights } from './weights.ts';

/** Precision on five organisations, each with weights learnt from the others. */
const confidences = { inResolution: 0.83, elsewhere: 0.7 } as const;

/**
 * Finds the passage of a report that states what resolved the incident. Returns null where the best passage does not tell of an action
 * and its success: what is not known is left out.
 */
export function findResolution(report: string): StatedResolution | null {
  const best = choosePassage(listPassages(report), weights);
  if (best === null || !statesResolution(best)) return null;
  const confidence = 'inResolution' in best.signals ? confidences.inResolution : confidences.elsewhere;
  return { quote: quotePassage(best), confidence };
}

/**
 * Whether a passage tells of a completed action and its success. In a section about the resolution one of both is enough: the incident
 * may have ended without an action of the operators.
 */
export function statesResolution({ sentences }: Passage): boolean {
  const all = sentences.map(({ signals }) => signals);
  const isAction = all.some((signals, at) => statesAction(signals) && !isHarmful(signals, all[at + 1]));
  const isSuccess = all.some(statesSuccess);
  return all.some((signals) => 'inResolution' in signals) ? isAction || isSuccess : isAction && isSuccess;
}

/** Whether an action is a message, or did harm and had no success. @param next the sentence after it, such as "This caused …" */
function isHarmful(signals: Signals, next: Signals | undefined): boolean {
  if ('communicated' in signals && !('byMeans' in signals)) return true;
  if (statesSuccess(signals)) return false;
  if (next !== undefined && 'caused' in next && !statesSuccess(next)) return true;
  return ['caused', 'asked', 'failed'].some((name) => name in signals);
}
