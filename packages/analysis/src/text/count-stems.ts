import { mask } from './mask.ts';
import { addTermCounts, listTerms, maxAnalysedLength } from './normalise-document.ts';

export interface StemCounts {
  readonly counts: ReadonlyMap<string, number>;
  /** Maps each stem to its original spelling. */
  readonly surfaces: ReadonlyMap<string, string>;
}

const titleWeight = 3;

export function countStems({ title, text }: { readonly title: string; readonly text: string }): StemCounts {
  const counts = new Map<string, number>();
  const surfaces = new Map<string, string>();
  // Masking title and text in one call saves time. The two stay separate, since no mask crosses the end of a line.
  const head = title.slice(0, maxAnalysedLength.title).replace(/\n/gu, ' ');
  const masked = mask(`${head}\n${text.slice(0, maxAnalysedLength.text)}`);
  const end = masked.indexOf('\n');
  addTermCounts(listTerms(masked.slice(0, end)), titleWeight, counts, surfaces);
  addTermCounts(listTerms(masked.slice(end)), 1, counts, surfaces);
  return { counts, surfaces };
}
