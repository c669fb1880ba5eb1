/** Number of words per passage, and between the beginnings of two passages. A sentence model reads about 256 tokens. */
const passageLength = 100;
const passageStep = 75;
/** A rest of fewer words belongs to the passage before it, which overlaps it. */
const minRest = passageLength - passageStep;
/** Maximum number of passages per text. Longer reports mostly continue with chat logs and action items. */
const maxPassages = 24;
const maxTextRead = 40_000;

/**
 * Lists the title of a failure and the overlapping passages of its text, for which sentence vectors are computed. A vector of the
 * whole text would mix its subjects.
 */
export function splitIntoPassages({ title, text }: { readonly title: string; readonly text: string }): string[] {
  const words = text.slice(0, maxTextRead).split(/\s+/u).filter(Boolean);
  const passages = [title];
  for (let start = 0; start < words.length && passages.length <= maxPassages; start += passageStep) {
    if (start > 0 && words.length - start <= minRest) break;
    passages.push(words.slice(start, start + passageLength).join(' '));
  }
  return passages;
}
