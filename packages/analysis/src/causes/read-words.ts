import { mask } from '../text/mask.ts';
import { analysedLength, countTerms, cut, listTerms } from '../text/normalise.ts';
import type { CauseDocument } from './cause-document.ts';

/** The words of a failure as the grouping reads them: what varies is masked, words are stemmed. */
export interface WordReading {
  readonly counts: ReadonlyMap<string, number>;
  /** From a stem to the word as it stands in the text. */
  readonly surfaces: ReadonlyMap<string, string>;
}

/** The title says most: its words count twice more. */
const titleWeight = 3;

/** Linear in the text, of which the beginning is read. */
export function readWords({ title, text }: Pick<CauseDocument, 'title' | 'text'>): WordReading {
  const counts = new Map<string, number>();
  const surfaces = new Map<string, string>();
  // One line and the rest are masked at once: no mask reaches over the end of a line.
  const head = cut(title, analysedLength.title).replace(/\n/gu, ' ');
  const masked = mask(`${head}\n${cut(text, analysedLength.text)}`);
  const end = masked.indexOf('\n');
  countTerms(listTerms(masked.slice(0, end)), titleWeight, counts, surfaces);
  countTerms(listTerms(masked.slice(end)), 1, counts, surfaces);
  return { counts, surfaces };
}
