import { mask } from '../text/mask.ts';
import { analysedLength, countTerms, cut, listTerms } from '../text/normalise.ts';
import type { CauseDocument } from './cause-document.ts';

/** The stemmed words of a failure's masked title and text. */
export interface WordReading {
  readonly counts: ReadonlyMap<string, number>;
  /** The original spelling of each stem. */
  readonly surfaces: ReadonlyMap<string, string>;
}

const titleWeight = 3;

/** Counts the words of the title and of the beginning of the text. */
export function readWords({ title, text }: Pick<CauseDocument, 'title' | 'text'>): WordReading {
  const counts = new Map<string, number>();
  const surfaces = new Map<string, string>();
  // Title and text are masked in one call to save time; no mask crosses a line end.
  const head = cut(title, analysedLength.title).replace(/\n/gu, ' ');
  const masked = mask(`${head}\n${cut(text, analysedLength.text)}`);
  const end = masked.indexOf('\n');
  countTerms(listTerms(masked.slice(0, end)), titleWeight, counts, surfaces);
  countTerms(listTerms(masked.slice(end)), 1, counts, surfaces);
  return { counts, surfaces };
}
