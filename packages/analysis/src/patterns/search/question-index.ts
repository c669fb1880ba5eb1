import { AppError } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import type { NormalisedDocument } from '../../text/failure-document.ts';
import { listTerms } from '../../text/normalise-document.ts';
import { inverseDocumentFrequency } from '../../text/tf-idf.ts';
import { maxVectorsPerFeature } from '../similarity/indexed-vectors.ts';
import type { ScoredNeighbour } from '../similarity/similarity-index.ts';
import {
  lengthShare,
  passageLength,
  type QuestionTerms,
  rarityOf,
  type ScoredDocument,
  saturation,
  sum,
  weigh,
  weighPassage,
} from './bm25.ts';
import { createTermCounts } from './term-counts.ts';

export interface WordScoreShare {
  readonly term: string;
  /** The word's share of the document's score, in (0, 1]; the shares of all words sum to 1. */
  readonly share: number;
}

/** Number of documents whose passages are compared: those with the highest scores of the whole text */
const candidates = 50;
/**
 * A document scores 0.5 if its BM25 value equals that of four matching words that no other document contains. For a
 * question of fewer than six terms, proportionally fewer words suffice. Chosen so that none of 20 unanswerable
 * questions to five organisations gets an answer.
 */
const minWords = 4;
const minTerms = 6;
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

interface Held extends ScoredDocument {
  readonly position: number;
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
  const termCounts = createTermCounts();
  const { numberTerm, findNumber } = termCounts;
  let postingsOf: Postings[] = [];
  const held = new Map<string, Held>();
  let byPosition: (Held | undefined)[] = [];
  // Length and kind of each document by position, in arrays for speed. The length of a removed document is 0.
  let lengths: number[] = [];
  let kindAt: number[] = [];

  function findPostings(term: number): Postings {
    postingsOf[term] ??= { positions: [], counts: [] };
    return postingsOf[term];
  }
  function addPostings(one: Held): void {
    byPosition[one.position] = one;
    lengths[one.position] = one.length;
    kindAt[one.position] = one.kind.at;
    for (const [term, times] of one.document.terms) {
      const { positions, counts } = findPostings(numberTerm(term));
      positions.push(one.position);
      counts.push(times);
    }
  }
  function remove(id: string): void {
    const known = held.get(id);
    if (known === undefined) return;
    held.delete(id);
    byPosition[known.position] = undefined;
    lengths[known.position] = 0;
    termCounts.count(known.kind, known.document, known.length, -1);
    if (byPosition.length > 2 * held.size + minGaps) closeGaps();
  }
  function closeGaps(): void {
    [byPosition, lengths, kindAt] = [[], [], []];
    postingsOf = [];
    for (const [id, one] of held) {
      const moved = { ...one, position: byPosition.length };
      held.set(id, moved);
      addPostings(moved);
    }
  }
  function readOrder({ masked }: NormalisedDocument): Held['order'] {
    const read = (text: string) => Uint32Array.from(listTerms(text), ({ term }) => numberTerm(term));
    const text = read(masked.text);
    return text.length <= passageLength ? null : { title: read(masked.title), text };
  }
  /** Returns whether at least this share, and this number, of the documents contain a term. */
  function isInShare(term: string, share: number, documents: number): boolean {
    return termCounts.countDocuments(term) >= Math.max(documents, share * held.size);
  }
  function readQuestion({ terms }: NormalisedDocument): QuestionTerms {
    return new Map(
      [...terms.keys()].flatMap((term) => {
        const known = findNumber(term);
        return known < 0 ? [] : [[known, term] as const];
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
      const number = findNumber(term);
      const rarity = rarityOf(number, one.kind);
      all += rarity;
      if (held.has(number)) kept += rarity;
    }
    return terms.size > 1 && kept >= wholeShare * all;
  }
  /** Returns documents with the highest whole-text BM25, unordered. Ignores very common words if others are rarer. */
  function findCandidates(queryTerms: QuestionTerms, except: string, limit: number): Held[] {
    const rare = [...queryTerms.keys()].filter((term) => findPostings(term).positions.length <= maxVectorsPerFeature);
    const values = new Float64Array(byPosition.length);
    const found: number[] = [];
    const ofKind = termCounts.listKinds();
    const factors = ofKind.map(({ documents, totalLength }) => (lengthShare * documents) / totalLength);
    for (const term of rare.length > 0 ? rare : queryTerms.keys()) {
      const { positions, counts } = findPostings(term);
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
      const kind = termCounts.ensureKind(kindName);
      const length = [...document.terms.values()].reduce((all, times) => all + times, 0);
      const one = { document, kind, position: byPosition.length, length, order: readOrder(document) };
      held.set(document.id, one);
      termCounts.count(kind, document, length, 1);
      addPostings(one);
    },
    remove,
    /** Returns whether a document contains a term. */
    isKnown: (term: string) => termCounts.countDocuments(term) > 0,
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
      const maxOfKind = Math.max(minDocuments, ...termCounts.listKinds().map(({ documents }) => documents));
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

/** Returns the nth highest value, or the lowest if there are fewer than n. Sorts the values in place. */
function nthHighest(values: Float64Array, n: number): number {
  values.sort();
  return values[Math.max(0, values.length - n)] ?? 0;
}
