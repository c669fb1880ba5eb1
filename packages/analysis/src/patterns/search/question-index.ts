import { AppError } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import type { NormalisedDocument } from '../../text/failure-document.ts';
import { listTerms } from '../../text/normalise-document.ts';
import { inverseDocumentFrequency } from '../../text/tf-idf.ts';
import { maxVectorsPerFeature } from '../similarity/indexed-vectors.ts';
import type { ScoredNeighbour } from '../similarity/similarity-index.ts';

export interface WordScoreShare {
  readonly term: string;
  /** The word's share of the document's score, in (0, 1]; the shares of all words sum to 1. */
  readonly share: number;
}

/** Parameters of BM25 at their usual values (Robertson and Zaragoza 2009, "The probabilistic relevance framework") */
const saturation = 1.2;
const lengthShare = 0.75;
/**
 * Number of terms per passage; passages overlap by half. Usually one passage of a long report answers the question, so
 * the score of a document is the score of its whole text plus the score of its best passage.
 */
const passageLength = 40;
const passageStep = passageLength / 2;
/** Number of documents whose passages are compared: those with the highest scores of the whole text */
const candidates = 50;
/**
 * A document scores 0.5 if its BM25 value equals that of four matching words that no other document contains. For a
 * question of fewer than six terms, proportionally fewer words suffice. Chosen so that none of 20 unanswerable
 * questions to five organisations gets an answer.
 */
const minWords = 4;
const minTerms = 6;
const unknownTerm = -1;
/** A document scores at least `wholeScore` if a passage has this share of the question's words, weighted by rarity. */
const wholeShare = 0.9;
const wholeScore = 0.6;
/** The score threshold assumes at least this many documents, because no word is known to be rare among fewer. */
const minDocuments = 30;
/** A term is common if at least this number, and this share, of the documents contain it. */
const minCommonDocuments = 5;
const minCommonShare = 0.05;
const minUbiquitousShare = 0.3;
/** Positions are reassigned when the removed documents outnumber the documents in use by this many. */
const minGaps = 1_000;

interface Kind {
  readonly at: number;
  documents: number;
  /** Total number of words in the documents, counting repetitions */
  totalLength: number;
  /** Number of documents that contain each term, by term number */
  readonly counts: number[];
}

interface Held {
  readonly document: NormalisedDocument;
  readonly kind: Kind;
  readonly position: number;
  /** Number of words in the document, counting repetitions */
  readonly length: number;
  /** Term numbers in the order of the text; null if the text is no longer than a passage */
  readonly order: { readonly title: Uint32Array; readonly text: Uint32Array } | null;
}

/** Positions of documents that contain a term, with the occurrences in each. May list removed documents. */
interface Postings {
  readonly positions: number[];
  readonly counts: number[];
}

/**
 * Creates an empty index, which finds the documents that answer a question of a few words, by BM25. A similarity index
 * would treat the question as a short document, and give a long report a low score because most of its words are not in
 * the question. Results do not depend on the order in which documents are added.
 */
export function createQuestionIndex() {
  const numberOf = new Map<string, number>();
  const postingsOf: Postings[] = [];
  const kinds = new Map<string, Kind>();
  const held = new Map<string, Held>();
  let byPosition: (Held | undefined)[] = [];
  // Length and kind of each document by position, in arrays for speed. The length of a removed document is 0.
  let lengths: number[] = [];
  let kindAt: number[] = [];

  function number(term: string): number {
    const known = numberOf.get(term);
    if (known !== undefined) return known;
    numberOf.set(term, postingsOf.length);
    return postingsOf.push({ positions: [], counts: [] }) - 1;
  }
  function addPostings(one: Held): void {
    byPosition[one.position] = one;
    lengths[one.position] = one.length;
    kindAt[one.position] = one.kind.at;
    for (const [term, times] of one.document.terms) {
      const { positions, counts } = postingsOf[number(term)] as Postings;
      positions.push(one.position);
      counts.push(times);
    }
  }
  /** Adds a document to the counts of its kind, or subtracts it if `change` is -1. */
  function count({ document, kind, length }: Held, change: 1 | -1): void {
    kind.documents += change;
    kind.totalLength += change * length;
    for (const term of document.terms.keys()) {
      const at = number(term);
      kind.counts[at] = (kind.counts[at] ?? 0) + change;
    }
  }
  function remove(id: string): void {
    const known = held.get(id);
    if (known === undefined) return;
    held.delete(id);
    byPosition[known.position] = undefined;
    lengths[known.position] = 0;
    count(known, -1);
    if (byPosition.length > 2 * held.size + minGaps) closeGaps();
  }
  function closeGaps(): void {
    [byPosition, lengths, kindAt] = [[], [], []];
    for (const at of postingsOf.keys()) postingsOf[at] = { positions: [], counts: [] };
    for (const [id, one] of held) {
      const moved = { ...one, position: byPosition.length };
      held.set(id, moved);
      addPostings(moved);
    }
  }
  function readOrder({ masked }: NormalisedDocument): Held['order'] {
    const read = (text: string) => Uint32Array.from(listTerms(text), ({ term }) => number(term));
    const text = read(masked.text);
    return text.length <= passageLength ? null : { title: read(masked.title), text };
  }
  /** Returns whether at least this share, and this number, of the documents contain a term. */
  function isInShare(term: string, share: number, documents: number): boolean {
    const at = numberOf.get(term) ?? unknownTerm;
    const containing = [...kinds.values()].reduce((all, { counts }) => all + (counts[at] ?? 0), 0);
    return containing >= Math.max(documents, share * held.size);
  }
  function readQuestion({ terms }: NormalisedDocument): QuestionTerms {
    return new Map(
      [...terms.keys()].flatMap((term) => {
        const known = numberOf.get(term);
        return known === undefined ? [] : [[known, term] as const];
      }),
    );
  }
  /** Tells whether a question has at least two words, and one passage of a document contains nearly all of them. */
  function containsAll(question: NormalisedDocument, one: Held): boolean {
    const { terms } = question;
    const held = weighPassage(readQuestion(question), one);
    let all = 0;
    let kept = 0;
    for (const term of terms.keys()) {
      const number = numberOf.get(term) ?? unknownTerm;
      const rarity = rarityOf(number, one.kind);
      all += rarity;
      if (held.has(number)) kept += rarity;
    }
    return terms.size > 1 && kept >= wholeShare * all;
  }
  /** Returns documents with the highest whole-text BM25, unordered. Ignores very common words if others are rarer. */
  function findCandidates(queryTerms: QuestionTerms, except: string, limit: number): Held[] {
    const rare = [...queryTerms.keys()].filter(
      (term) => (postingsOf[term] as Postings).positions.length <= maxVectorsPerFeature,
    );
    const values = new Float64Array(byPosition.length);
    const found: number[] = [];
    const ofKind = [...kinds.values()];
    const factors = ofKind.map(({ documents, totalLength }) => (lengthShare * documents) / totalLength);
    for (const term of rare.length > 0 ? rare : queryTerms.keys()) {
      const { positions, counts } = postingsOf[term] as Postings;
      const rarities = ofKind.map((kind) => rarityOf(term, kind));
      for (let at = 0; at < positions.length; at++) {
        const position = positions[at] as number;
        const length = lengths[position] as number;
        if (length === 0) continue;
        const kind = kindAt[position] as number;
        const times = counts[at] as number;
        const base = saturation * (1 - lengthShare + (factors[kind] as number) * length);
        const value = values[position] as number;
        if (value === 0) found.push(position);
        values[position] = value + ((rarities[kind] as number) * (times * (saturation + 1))) / (times + base);
      }
    }
    const threshold = nthHighest(
      Float64Array.from(found, (position) => values[position] as number),
      limit + 1,
    );
    return found
      .filter((position) => (values[position] as number) >= threshold)
      .map((position) => byPosition[position] as Held)
      .filter(({ document }) => document.id !== except);
  }

  return {
    /**
     * Adds a document, or replaces the one with the same id. Word rarities are computed per kind of failure: a word
     * that every revert contains may be rare among incidents.
     */
    put(document: NormalisedDocument, kindName: string): void {
      remove(document.id);
      const kind = kinds.get(kindName) ?? { at: kinds.size, documents: 0, totalLength: 0, counts: [] };
      kinds.set(kindName, kind);
      const length = [...document.terms.values()].reduce((all, times) => all + times, 0);
      const one = { document, kind, position: byPosition.length, length, order: readOrder(document) };
      held.set(document.id, one);
      count(one, 1);
      addPostings(one);
    },
    remove,
    /** Returns whether so many documents contain a term that it says little about a failure. */
    isCommon: (term: string) => isInShare(term, minCommonShare, minCommonDocuments),
    /** Returns whether so many documents contain a term that it distinguishes none of them. */
    isUbiquitous: (term: string) => isInShare(term, minUbiquitousShare, minDocuments),
    /**
     * Returns the `k` best documents, best first, without the document that has the question's id.
     * @param always ids of documents to return even if they are not among the best
     */
    search(question: NormalisedDocument, k: number, always: readonly string[] = []): ScoredNeighbour[] {
      const queryTerms = readQuestion(question);
      const kept = new Set(always);
      const best = findCandidates(queryTerms, question.id, Math.max(candidates, k));
      const added = always.flatMap((id) => held.get(id) ?? []);
      const found = [...new Set([...best, ...added])]
        .map((one) => ({ one, value: sum(weigh(queryTerms, one)) }))
        .sort((a, b) => b.value - a.value || compareStrings(a.one.document.id, b.one.document.id));
      const maxOfKind = Math.max(minDocuments, ...[...kinds.values()].map(({ documents }) => documents));
      const threshold = minWords * Math.min(1, question.terms.size / minTerms) * inverseDocumentFrequency(maxOfKind, 0);
      return found
        .filter(({ one }, at) => at < k || kept.has(one.document.id))
        .map(({ one, value }) => ({
          id: one.document.id,
          score: Math.max(value / (value + threshold), containsAll(question, one) ? wholeScore : 0),
        }))
        .sort((a, b) => b.score - a.score || compareStrings(a.id, b.id));
    },
    /** Returns each word's share of a document's score, highest first. Throws `not_found` for an unknown document. */
    explain(question: NormalisedDocument, id: string): WordScoreShare[] {
      const one = held.get(id);
      if (one === undefined) throw new AppError('not_found', `No document ${id} is in the question index.`);
      const queryTerms = readQuestion(question);
      const weights = weigh(queryTerms, one);
      const all = sum(weights);
      return [...weights]
        .map(([term, weight]) => ({ term: queryTerms.get(term) as string, share: weight / all }))
        .sort((a, b) => b.share - a.share || compareStrings(a.term, b.term));
    },
  };
}

/** Words of a question that occur in at least one document, by term number. */
type QuestionTerms = ReadonlyMap<number, string>;

/** Returns how much each word adds to a document's BM25 value: that of the text plus that of the best passage. */
function weigh(queryTerms: QuestionTerms, one: Held): Map<number, number> {
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
function weighPassage(queryTerms: QuestionTerms, { document, kind, order }: Held): ReadonlyMap<number, number> {
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

function weighCounts(counts: readonly (readonly [number, number])[], kind: Kind): Map<number, number> {
  return new Map(counts.map(([term, times]) => [term, rarityOf(term, kind) * saturate(times, 1)] as const));
}

function rarityOf(term: number, { documents, counts }: Kind): number {
  return inverseDocumentFrequency(documents, counts[term] ?? 0);
}

/** Returns the length of a document divided by the mean length of its kind. */
function relativeLength({ length, kind }: Held): number {
  return (length * kind.documents) / kind.totalLength;
}

/** Returns the BM25 term frequency component, which grows with the number of occurrences up to `saturation + 1`. */
function saturate(times: number, relative: number): number {
  return (times * (saturation + 1)) / (times + saturation * (1 - lengthShare + lengthShare * relative));
}

function sum(weights: ReadonlyMap<number, number>): number {
  let all = 0;
  for (const weight of weights.values()) all += weight;
  return all;
}

/** Returns the nth highest value, or the lowest if there are fewer than n. Sorts the values in place. */
function nthHighest(values: Float64Array, n: number): number {
  values.sort();
  return values[Math.max(0, values.length - n)] ?? 0;
}
