import { inverseDocumentFrequency, toUnitVector } from '../text/tf-idf.ts';

/** An index that compares documents by TF-IDF cosine. A document maps each term to a factor of its IDF. */
export interface TermSimilarityIndex {
  observe(terms: ReadonlyMap<string, number>): void;
  /** Adds a document, weighted by the document frequencies so far, and returns its number, which counts from 0. */
  add(terms: ReadonlyMap<string, number>): number;
  /**
   * Calls `each` with the number and the cosine, in (0, 1], of every added document that shares a rare term with
   * `terms`.
   */
  compare(terms: ReadonlyMap<string, number>, each: (number: number, cosine: number) => void): void;
  weigh(term: string): number;
}

interface Posting {
  readonly numbers: number[];
  readonly values: number[];
}

/** Terms in more than half of the documents do not make two documents similar, but count towards the vector lengths. */
const minWeight = Math.log(2);

/** Creates an empty index. Add documents in chronological order, because later ones do not change earlier weights. */
export function createTermSimilarityIndex(): TermSimilarityIndex {
  const counts = new Map<string, number>();
  const postings = new Map<string, Posting>();
  let observed = 0;
  let size = 0;

  const weigh = (term: string): number => inverseDocumentFrequency(observed + 1, (counts.get(term) ?? 0) + 0.5);

  function toUnit(terms: ReadonlyMap<string, number>): [term: string, value: number][] {
    return toUnitVector(Array.from(terms, ([term, factor]) => [term, factor * weigh(term)] as const));
  }

  return {
    weigh,
    observe(terms) {
      observed += 1;
      for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
    },
    add(terms) {
      for (const [term, value] of toUnit(terms)) {
        const posting = postings.get(term);
        if (posting === undefined) postings.set(term, { numbers: [size], values: [value] });
        else {
          posting.numbers.push(size);
          posting.values.push(value);
        }
      }
      return size++;
    },
    compare(terms, each) {
      const sums = new Float64Array(size);
      const met: number[] = [];
      for (const [term, value] of toUnit(terms)) {
        const posting = weigh(term) < minWeight ? undefined : postings.get(term);
        if (posting === undefined) continue;
        const { numbers, values } = posting;
        for (let at = 0; at < numbers.length; at++) {
          const number = numbers[at] as number;
          if (sums[number] === 0) met.push(number);
          sums[number] = (sums[number] as number) + value * (values[at] as number);
        }
      }
      for (const number of met) each(number, sums[number] as number);
    },
  };
}
