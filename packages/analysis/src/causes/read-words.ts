import { mask } from '../text/mask.ts';
import { analysedLength, countTerms, cut, listTerms } from '../text/normalise.ts';
import type { CauseDocument } from './cause-document.ts';

/** The words of a failure as clustering reads them: masked and stemmed. */
export interface WordReading {
  readonly counts: ReadonlyMap<string, number>;
  /** Original spelling of each stem. */
  readonly surfaces: ReadonlyMap<string, string>;
}

/** The title is most informative, so its words count three times. */
const titleWeight = 3;

/** Reads the words at the beginning of the text. Linear in the text. */
export function readWords({ title, text }: Pick<CauseDocument, 'title' | 'text'>): WordReading {
  const counts = new Map<string, number>();
  const surfaces = new Map<string, string>();
  // Title and text are masked together, since no mask crosses a line end.
  const head = cut(title, analysedLength.title).replace(/\n/gu, ' ');
  const masked = mask(`${head}\n${cut(text, analysedLength.text)}`);
  const end = masked.indexOf('\n');
  countTerms(listTerms(masked.slice(0, end)), titleWeight, counts, surfaces);
  countTerms(listTerms(masked.slice(end)), 1, counts, surfaces);
  return { counts, surfaces };
}
