import { indexWordPositions } from '../text/phrases/word-positions.ts';
import { findMechanisms, type MechanismMatch } from './find-mechanisms.ts';

/** Minimum clarity of a mechanism that a text clearly states */
const minClarity = 0.6;
/** Minimum difference to the clarity of any other mechanism that the same sentence states */
const minLead = 0.2;

/**
 * Lists the mechanisms that a text clearly states, clearest first. If the words of a sentence fit two mechanisms equally
 * well, it clearly states only those that several phrases state.
 */
export function listClearMechanisms(matches: readonly MechanismMatch[]): MechanismMatch[] {
  const clear = matches.filter(
    (match) => match.clarity >= minClarity && (match.phrases > 1 || !matches.some((other) => isRival(match, other))),
  );
  return clear.sort((a, b) => b.clarity - a.clarity);
}

function isRival(match: MechanismMatch, other: MechanismMatch): boolean {
  return other !== match && other.sentence === match.sentence && other.clarity > match.clarity - minLead;
}

/** A question that clearly states more mechanisms lists possible ones. */
const maxAsked = 2;

/** Lists the names of at most two mechanisms that a line of a question, such as an alert, clearly states, clearest first. */
export function listAskedMechanisms({ title, text }: { readonly title: string; readonly text: string }): string[] {
  const lines = [title, ...text.split('\n')].filter((line) => line.trim() !== '');
  const found = findMechanisms(indexWordPositions(lines.map((line) => ({ text: line, weight: 1 }))));
  return listClearMechanisms(found)
    .slice(0, maxAsked)
    .map(({ mechanism }) => mechanism.name);
}
