import { AppError } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import type { NormalisedDocument } from '../../text/document.ts';
import { listTerms } from '../../text/normalise.ts';
import { inverseDocumentFrequency } from '../../text/tf-idf.ts';
import { maxOwners } from '../similarity/postings.ts';
import type { Neighbour } from '../similarity/similarity-index.ts';

/**
 * Finds the documents that answer a question of a few words. A question is not a short document: the words that it lacks say
 * nothing, so whole documents are compared by `SimilarityIndex`, and questions by BM25.
 */
export interface QuestionIndex {
  /** How many documents it holds. */
  size(): number;
  /**
   * Adds a document, or replaces the one with its id.
   * @param kind what it is compared with: a word that every revert has may be rare among incidents
   */
  put(document: NormalisedDocument, kind: string): void;
  /** Takes a document out; nothing where it is not known. */
  remove(id: string): void;
  /** The k documents that answer best, best first, ties by id; without the one that has the question's id. */
  search(question: NormalisedDocument, k: number): Neighbour[];
  /** How much each word of the question adds to the score of a document, most first. @throws {AppError} `not_found` */
  explain(question: NormalisedDocument, id: string): WordShare[];
}

export interface WordShare {
  readonly term: string;
  /** Share of the document's value, in (0, 1]; all words together have 1. */
  readonly share: number;
}

/** BM25 (Robertson and Zaragoza 2009, "The probabilistic relevance framework"), with the values that are usual for it. */
const saturation = 1.2;
const lengthShare = 0.75;
/** A report of many pages answers by one passage: words that stand together count again. Measured in terms, of which half overlap. */
const passageLength = 40;
const passageStep = passageLength / 2;
/** Number of documents, the best by their whole text, whose passages are compared too. */
const candidates = 50;
/**
 * A document answers as likely as not if its value is that of so many words that only it has; of a question of fewer than six words it takes
 * less in proportion. Chosen on the incidents and questions of five organisations, so that none of 20 questions without an answer seems to have one.
 */
const minWords = 4;
const minTerms = 6;
const unknownTerm = -1;
/** A document that holds nearly all of a question in one passage answers it, however common its words are. */
const wholeShare = 0.9;
const wholeScore = 0.6;
/** In fewer documents no word is known to be rare. */
const minDocuments = 30;
/** Places of removed documents are closed once they are more than those in use, and this many. */
const minGaps = 1_000;

/** Counts over all documents of one kind. */
interface Kind {
  /** Among the kinds. */
  readonly at: number;
  documents: number;
  /** Words of all its documents, counting repetitions. */
  totalLength: number;
  /** By number of a term, how many of its documents have it. */
  readonly counts: number[];
}

interface Held {
  readonly document: NormalisedDocument;
  readonly kind: Kind;
  readonly position: number;
  /** How many words it has, counting repetitions. */
  readonly length: number;
  /** Numbers of its terms, in order; null where the whole text is one passage. */
  readonly order: { readonly title: Uint32Array; readonly text: Uint32Array } | null;
}

/** Where a term stands: positions of documents, and how often in each; those that were removed since are still among them. */
interface Postings {
  readonly positions: number[];
  readonly counts: number[];
}

/** Answers depend on the set of documents, not on their order. */
export function createQuestionIndex(): QuestionIndex {
  const numberOf = new Map<string, number>();
  const postingsOf: Postings[] = [];
  const kinds = new Map<string, Kind>();
  const held = new Map<string, Held>();
  let byPosition: (Held | undefined)[] = [];
  /** By position, the length of a document, 0 where it was removed, and its kind: a walk along postings reads nothing else. */
  let lengths: number[] = [];
  let kindAt: number[] = [];

  function number(term: string): number {
    const known = numberOf.get(term);
    if (known !== undefined) return known;
    numberOf.set(term, postingsOf.length);
    return postingsOf.push({ positions: [], counts: [] }) - 1;
  }
  function own(one: Held): void {
    byPosition[one.position] = one;
    lengths[one.position] = one.length;
    kindAt[one.position] = one.kind.at;
    for (const [term, times] of one.document.terms) {
      const { positions, counts } = postingsOf[number(term)] as Postings;
      positions.push(one.position);
      counts.push(times);
    }
  }
  /** @param change 1 for a document that comes, -1 for one that goes */
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
      own(moved);
    }
  }
  function readOrder({ masked }: NormalisedDocument): Held['order'] {
    const read = (text: string) => Uint32Array.from(listTerms(text), ({ term }) => number(term));
    const text = read(masked.text);
    return text.length <= passageLength ? null : { title: read(masked.title), text };
  }
  function readQuestion({ terms }: Pick<NormalisedDocument, 'terms'>): Asked {
    return new Map(
      [...terms.keys()].flatMap((term) => {
        const known = numberOf.get(term);
        return known === undefined ? [] : [[known, term] as const];
      }),
    );
  }
  /** Whether the best passage of a document holds nearly all words of a question of two words or more, weighed by how rare they are. */
  function containsAll({ terms }: NormalisedDocument, one: Held): boolean {
    const held = weighPassage(readQuestion({ terms }), one);
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
  /** The documents that as a whole answer best, in no order. Words of very many are left out where others are rarer. */
  function findCandidates(asked: Asked, except: string, most: number): Held[] {
    const rare = [...asked.keys()].filter((term) => (postingsOf[term] as Postings).positions.length <= maxOwners);
    const values = new Float64Array(byPosition.length);
    const found: number[] = [];
    const ofKind = [...kinds.values()];
    const factors = ofKind.map(({ documents, totalLength }) => (lengthShare * documents) / totalLength);
    for (const term of rare.length > 0 ? rare : asked.keys()) {
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
    const least = leastOf(
      Float64Array.from(found, (position) => values[position] as number),
      most + 1,
    );
    return found
      .filter((position) => (values[position] as number) >= least)
      .map((position) => byPosition[position] as Held)
      .filter(({ document }) => document.id !== except);
  }

  return {
    size: () => held.size,
    put(document, kindName) {
      remove(document.id);
      const kind = kinds.get(kindName) ?? { at: kinds.size, documents: 0, totalLength: 0, counts: [] };
      kinds.set(kindName, kind);
      const length = [...document.terms.values()].reduce((all, times) => all + times, 0);
      const one = { document, kind, position: byPosition.length, length, order: readOrder(document) };
      held.set(document.id, one);
      count(one, 1);
      own(one);
    },
    remove,
    search(question, k) {
      const asked = readQuestion(question);
      const found = findCandidates(asked, question.id, Math.max(candidates, k))
        .map((one) => ({ one, value: sum(weigh(asked, one)) }))
        .sort((a, b) => b.value - a.value || compare(a.one.document.id, b.one.document.id));
      const maxOfKind = Math.max(minDocuments, ...[...kinds.values()].map(({ documents }) => documents));
      const least = minWords * Math.min(1, question.terms.size / minTerms) * inverseDocumentFrequency(maxOfKind, 0);
      return found
        .slice(0, k)
        .map(({ one, value }) => ({
          id: one.document.id,
          score: Math.max(value / (value + least), containsAll(question, one) ? wholeScore : 0),
        }))
        .sort((a, b) => b.score - a.score || compare(a.id, b.id));
    },
    explain(question, id) {
      const one = held.get(id);
      if (one === undefined) throw new AppError('not_found', `No document ${id} is in the index of questions.`);
      const asked = readQuestion(question);
      const weights = weigh(asked, one);
      const all = sum(weights);
      return [...weights]
        .map(([term, weight]) => ({ term: asked.get(term) as string, share: weight / all }))
        .sort((a, b) => b.share - a.share || compare(a.term, b.term));
    },
  };
}

/** The words of a question that any document has, by number. */
type Asked = ReadonlyMap<number, string>;

/** What each word of a question adds to a document: as a whole, and in its best passage. */
function weigh(asked: Asked, one: Held): Map<number, number> {
  const weights = new Map(weighPassage(asked, one));
  for (const [term, name] of asked) {
    const times = one.document.terms.get(name);
    if (times === undefined) continue;
    const weight = rarityOf(term, one.kind) * saturate(times, relativeLength(one));
    weights.set(term, (weights.get(term) ?? 0) + weight);
  }
  return weights;
}

/** What each word of a question adds to the document's best passage, which is read with the title. */
function weighPassage(asked: Asked, { document, kind, order }: Held): ReadonlyMap<number, number> {
  if (order === null) {
    const counts = [...asked].flatMap(([term, name]) => {
      const times = document.terms.get(name);
      return times === undefined ? [] : [[term, times] as const];
    });
    return weighCounts(counts, kind);
  }
  const title = order.title.filter((term) => asked.has(term));
  const places: number[] = [];
  for (let at = 0; at < order.text.length; at++) if (asked.has(order.text[at] as number)) places.push(at);
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

/** Length of a document, 1 for the mean of its kind. */
function relativeLength({ length, kind }: Held): number {
  return (length * kind.documents) / kind.totalLength;
}

/** Growth of a word's weight with its count, below `saturation + 1`. */
function saturate(times: number, relative: number): number {
  return (times * (saturation + 1)) / (times + saturation * (1 - lengthShare + lengthShare * relative));
}

function sum(weights: ReadonlyMap<number, number>): number {
  let all = 0;
  for (const weight of weights.values()) all += weight;
  return all;
}

/** The least of the so many highest values, which are sorted in place; of fewer the least of all. */
function leastOf(values: Float64Array, most: number): number {
  values.sort();
  return values[Math.max(0, values.length - most)] ?? 0;
}
