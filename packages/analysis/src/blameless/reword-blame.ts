import { checkWording } from './check-wording.ts';
import { applyWordingEdits } from './find-blaming-words.ts';

/** Maximum number of rounds of edits. A further round is needed if an edit leads to a new finding. */
const maxRounds = 6;

/** Applies suggested edits in rounds. The edits add no facts: they only say that a safeguard was missing. */
export function rewordBlame(text: string): string {
  let best = { text, findings: checkWording(text) };
  let last = best;
  for (let round = 0; round < maxRounds && last.findings.some(({ edit }) => edit !== null); round++) {
    const next = applyWordingEdits(last.text, last.findings);
    last = { text: next, findings: checkWording(next) };
    if (last.findings.length < best.findings.length) best = last;
  }
  return best.text;
}
