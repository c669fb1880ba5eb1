import { groupBy } from '../collections/group-by.ts';
import { listInformativeWords } from './words.ts';

/** A passage that a failure states. */
export interface Quotation {
  readonly id: string;
  readonly quote: string;
}

export interface RankedQuotation {
  readonly quote: string;
  /** Ids of the failures that state the passage, newest first */
  readonly ids: readonly string[];
}

/**
 * Ranks passages, most typical first: those whose words most other failures contain too. Of equally typical passages, the
 * newest comes first. Lists a passage once, even if several failures state it.
 * @param quotations in chronological order
 * @param textOf the texts of all failures with which the passages are compared, by id
 */
export function rankQuotations(
  quotations: readonly Quotation[],
  textOf: ReadonlyMap<string, string>,
): RankedQuotation[] {
  const typicalityOf = createTypicality(textOf);
  return [...groupBy([...quotations].reverse(), ({ quote }) => [quote])]
    .map(([quote, own]) => ({
      quote,
      ids: own.map(({ id }) => id),
      typicality: Math.max(...own.map(({ id }) => typicalityOf(quote, id))),
    }))
    .sort((a, b) => b.typicality - a.typicality)
    .map(({ quote, ids }) => ({ quote, ids }));
}

/**
 * Returns a function that computes how typical a passage of a failure is: the sum of the shares of other failures that contain its words,
 * over the square root of their number, so that long passages have no advantage.
 */
function createTypicality(textOf: ReadonlyMap<string, string>): (quote: string, id: string) => number {
  const wordsOf = new Map([...textOf].map(([id, text]) => [id, listInformativeWords(text)]));
  return (quote, own) => {
    const others = [...wordsOf].flatMap(([id, words]) => (id === own ? [] : [words]));
    const words = [...listInformativeWords(quote)];
    const shared = words.reduce((sum, word) => sum + others.filter((other) => other.has(word)).length, 0);
    return words.length === 0 || others.length === 0 ? 0 : shared / others.length / Math.sqrt(words.length);
  };
}
