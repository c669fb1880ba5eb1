import type { StatedResolution } from '@refrain/domain';
import { choosePassage } from './choose-passage.ts';
import { listPassages, type Passage } from './list-passages.ts';
import { weights } from './weights.ts';

const telling = ['acted', 'confirmed', 'resolved'] as const;
const beside = ['planned', 'asked', 'noticed'] as const;

/** Measured on five organisations, each with what was learnt from the others. */
const confidences = { inResolution: 0.72, elsewhere: 0.52 } as const;

/**
 * Finds the passage of a report that states what resolved the incident. Null where the best one does not tell of an action and of its
 * success, or does not stand in a section about the resolution: what is not known is left out.
 */
export function findResolution(report: string): StatedResolution | null {
  const best = choosePassage(listPassages(report), weights);
  if (best === null || !statesResolution(best)) return null;
  const confidence = shows(best, 'inResolution') ? confidences.inResolution : confidences.elsewhere;
  return { quote: quote(best), confidence };
}

/**
 * Leaves out sentences at either end that tell of no action or success: of notes without sections all of them, of a section those about a
 * plan, a question or how the incident was noticed. Lines of their own stay so.
 */
function quote({ chosen, sentences }: Passage): string {
  const isNote = chosen.section === '' && !chosen.isTimed;
  const says = sentences.map(
    ({ signs }) => telling.some((name) => name in signs) || (!isNote && !beside.some((name) => name in signs)),
  );
  const kept = sentences.slice(says.indexOf(true), says.lastIndexOf(true) + 1);
  return (kept.length > 0 ? kept : sentences)
    .map(({ text, line }, at, all) => (at > 0 ? (all[at - 1]?.line === line ? ' ' : '\n') : '') + text)
    .join('');
}

/** Whether a passage tells of an action, and of its success or from a section about the resolution. */
export function statesResolution(passage: Passage): boolean {
  const isSuccess = ['confirmed', 'resolved', 'inResolution'].some((name) => shows(passage, name));
  return isSuccess && shows(passage, 'acted');
}

/** Whether one of its sentences has the sign. */
function shows({ sentences }: Passage, name: string): boolean {
  return sentences.some(({ signs }) => name in signs);
}
