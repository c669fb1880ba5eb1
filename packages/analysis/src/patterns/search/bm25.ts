import type { NormalisedDocument } from '../../text/failure-document.ts';
import { inverseDocumentFrequency } from '../../text/tf-idf.ts';
import type { KindCounts } from './term-counts.ts';

/** Parameters of BM25 at their usual values (Robertson and Zaragoza 2009, "The probabilistic relevance framework") */
export const saturation = 1.2;
export const lengthShare = 0.75;
/**
 * Number of terms per passage; passages overlap by half. Usually one passage of a long report answers the question, so
 * the score of a document is the score of its whole text plus the score of its best passage.
 */
export const passageLength = 40;
const passageStep = passageLength / 2;

/** A document with what its score needs. */
export interface ScoredDocument {
  readonly document: NormalisedDocument;
  readonly kind: KindCounts;
  /** Number of words in the document, counting repetitions */
  readonly length: number;
  /** Term numbers in the order of the text; null if the text is no longer than a passage */
  readonly order: { readonly title: Uint32Array; readonly text: Uint32Array } | null;
}

/** Words of a question that occur in at least one document, by term number. */
export type QuestionTerms = ReadonlyMap<number, string>;

/** Returns how much each word adds to a document's BM25 value: that of the text plus that of the best passage. */
export function weigh(queryTerms: QuestionTerms, one: ScoredDocument): Map<number, number> {
  const weights = new Map(weighPassage(queryTerms, one));
  for (const [term, name] of queryTerms) {
    const times = one.document.terms.get(name);
    if (times === undefined) continue;
    const weight = rarityOf(term, one.kind) * saturate(times, relativeLength(one));
    weights.set(term, (weights.get(term) ?? 0) + weight);
  }
  return weights;
}

/** Returns what each word contributes to the BM25 value of the best passage. Each passage includes the title. */
export function weighPassage(
  queryTerms: QuestionTerms,
  { document, kind, order }: ScoredDocument,
): ReadonlyMap<number, number> {
  if (order === null) {
    const counts = [...queryTerms].flatMap(([term, name]) => {
      const times = document.terms.get(name);
      return times === undefined ? [] : [[term, times] as const];
    });
    return weighCounts(counts, kind);
  }
  const title = order.title.filter((term) => queryTerms.has(term));
  const places: number[] = [];
  for (let at = 0; at < order.text.length; at++) if (queryTerms.has(order.text[at] as number)) places.push(at);
  let best: ReadonlyMap<number, number> = new Map();
  for (let start = 0; start === 0 || start < order.text.length - passageStep; start += passageStep) {
    const inside = places.filter((at) => at >= start && at < start + passageLength);
    if (inside.length === 0 && start > 0) continue;
    const counts = new Map<number, number>();
    for (const term of [...title, ...inside.map((at) => order.text[at] as number)])
      counts.set(term, (counts.get(term) ?? 0) + 1);
    const weights = weighCounts([...counts], kind);
    if (sum(weights) > sum(best)) best = weights;
  }
  return best;
}

function weighCounts(counts: readonly (readonly [number, number])[], kind: KindCounts): Map<number, number> {
  return new Map(counts.map(([term, times]) => [term, rarityOf(term, kind) * saturate(times, 1)] as const));
}

export function rarityOf(term: number, { documents, counts }: KindCounts): number {
  return inverseDocumentFrequency(documents, counts[term] ?? 0);
}

/** Returns the length of a document divided by the mean length of its kind. */
function relativeLength({ length, kind }: ScoredDocument): number {
  return (length * kind.documents) / kind.totalLength;
}

/** Returns the BM25 term frequency component, which grows with the number of occurrences up to `saturation + 1`. */
function saturate(times: number, relative: number): number {
  return (times * (saturation + 1)) / (times + saturation * (1 - lengthShare + lengthShare * relative));
}

export function sum(weights: ReadonlyMap<number, number>): number {
  let all = 0;
  for (const weight of weights.values()) all += weight;
  return all;
}
