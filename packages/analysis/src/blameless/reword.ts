import { checkWording } from './check-wording.ts';
import { applyEdits } from './find-in-sentence.ts';

/** Maximum number of rounds: edits may join or uncover words that are findings again. */
const maxRounds = 6;

/**
 * Applies all suggestions that are not questions, repeatedly until none is left, and returns the intermediate text with
 * the fewest findings. The replacements state only what the sentence already implied: that nothing prompted, showed or
 * stopped the action.
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
