import { checkWording } from './check-wording.ts';
import { applyEdits } from './find-in-sentence.ts';

/** Edits may bring words together, or uncover words inside others, that are a finding again. */
const maxRounds = 6;

/**
 * The text with every suggestion made that is not a question, again and again until none is left; of the texts on the way
 * the one with the fewest findings. What it says about the system is what the sentence already implied: that nothing
 * prompted, showed or stopped it.
 */
export function reword(text: string): string {
  let best = { text, findings: checkWording(text) };
  let last = best;
  for (let round = 0; round < maxRounds && last.findings.some(({ edit }) => edit !== null); round++) {
    const next = applyEdits(last.text, last.findings);
    last = { text: next, findings: checkWording(next) };
    if (last.findings.length < best.findings.length) best = last;
  }
  return best.text;
}
