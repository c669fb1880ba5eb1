import type { Evidence } from '@refrain/domain';
import { toDigits } from '../../stats/to-digits.ts';
import type { Document, NormalisedDocument } from '../../text/document.ts';
import { normalise } from '../../text/normalise.ts';
import type { Match } from '../clustering/seen-before.ts';
import { shareWords } from '../similarity/share-words.ts';
import { createSimilarityIndex, type Neighbour, type SimilarityIndex } from '../similarity/similarity-index.ts';
import { createQuestionIndex } from './question-index.ts';

/** A failure as the index stores it. */
export interface IndexedFailure extends Document {
  readonly services: readonly string[];
  readonly environment: string | null;
}

export interface IndexQuestion {
  /** An indexed failure with the same id is left out of the results. */
  readonly document: Document;
  /** Whether the document is a question in words, which `QuestionIndex` answers, or a failure or change. */
  readonly isQuestion: boolean;
  /** The number of matches, and how many of the best get evidence. */
  readonly most: number;
  readonly explained: number;
  /** Ids to leave out. */
  readonly except: readonly string[];
  readonly service: string | null;
  readonly environment: string | null;
}

export interface IndexMatch extends Match {
  /** Empty unless requested. */
  readonly evidence: readonly Evidence[];
}

export interface IndexResult {
  /** Best first. */
  readonly matches: readonly IndexMatch[];
  /** The number of failures that were searched. */
  readonly searched: number;
  /** The number of distinct comparable words in the question. */
  readonly words: number;
}

/** An in-memory index of failures. It blocks, so do not use it on a shared event loop. */
export interface FailureIndex {
  /** Adds or replaces failures. */
  put(failures: readonly IndexedFailure[]): void;
  drop(ids: readonly string[]): void;
  /** Marks the initial load as complete; later changes are searchable at once. */
  finish(): void;
  /**
   * Precomputes what questions need, for at most this many ms plus the time of one failure.
   * @returns the number of failures left; 0 while the initial load is incomplete
   */
  compact(maxMs: number): number;
  /** Returns the number of stored failures; fewer are searchable until `finish`. */
  size(): number;
  search(question: IndexQuestion): IndexResult;
}

/** How many of the nearest are checked without and with a location filter. */
const candidates = { anywhere: 100, inPlace: 1_000 } as const;
const firstBuilt = 200;
/** The maximum number of words named as evidence. */
const maxNamed = 6;

interface Location {
  readonly services: readonly string[];
  readonly environment: string | null;
}

/**
 * Creates a failure index. Word weights depend on the whole collection, so an index is built for many failures at once.
 * Until `finish` it is rebuilt whenever the collection has doubled: questions can be answered meanwhile, and building
 * takes at most twice the time.
 */
export function createFailureIndex(): FailureIndex {
  const held = new Map<string, NormalisedDocument>();
  const locationOf = new Map<string, Location>();
  const questions = createQuestionIndex();
  let index: SimilarityIndex = createSimilarityIndex([]);
  let built = 0;
  let finished = false;

  function build(): void {
    index = createSimilarityIndex([...held.values()]);
    built = held.size;
    // The index does its work at the first query.
    index.search(normalise({ id: '', title: '', text: '', occurredAt: '' }), 1);
  }
  /** Lists the words of the question that a match contains, rarest first. The weight is the whole score. */
  function explainMatch(query: NormalisedDocument, { id, score }: Neighbour): Evidence[] {
    const words = questions
      .explain(query, id)
      .slice(0, maxNamed)
      .map(({ term }) => query.surfaces.get(term) ?? term);
    return [{ signal: 'words', detail: `words of the question: ${words.join(', ')}`, weight: toDigits(score) }];
  }
  function fits(id: string, { except, service, environment }: IndexQuestion): boolean {
    const place = locationOf.get(id);
    return (
      place !== undefined &&
      !except.includes(id) &&
      (service === null || place.services.includes(service.toLowerCase())) &&
      (environment === null || place.environment === environment.toLowerCase())
    );
  }

  return {
    put(failures) {
      for (const failure of failures) {
        const document = normalise(failure);
        held.set(failure.id, document);
        locationOf.set(failure.id, {
          services: failure.services.map((name) => name.toLowerCase()),
          environment: failure.environment?.toLowerCase() ?? null,
        });
        questions.put(document, failure.kind ?? 'incident');
        if (finished) index.add(document);
      }
      if (!finished && held.size >= Math.max(firstBuilt, 2 * built)) build();
    },
    drop(ids) {
      for (const id of ids) {
        held.delete(id);
        questions.remove(id);
        locationOf.delete(id);
        if (finished) index.remove(id);
      }
    },
    finish() {
      finished = true;
      build();
    },
    compact(maxMs) {
      if (!finished) return 0;
      const end = performance.now() + maxMs;
      let left = index.compact(1);
      while (left > 0 && performance.now() < end) left = index.compact(1);
      return left;
    },
    size: () => held.size,
    search(question) {
      const query = held.get(question.document.id) ?? normalise(question.document);
      const isAnywhere = question.service === null && question.environment === null;
      const limit = isAnywhere ? candidates.anywhere : candidates.inPlace;
      const nearest = question.isQuestion ? questions.search(query, limit) : index.search(query, limit);
      const found = nearest.filter(({ id }) => fits(id, question)).slice(0, question.most);
      const explained = found.slice(0, question.explained);
      const reasons = question.isQuestion
        ? explained.map((match) => explainMatch(query, match))
        : index.explain(query, explained);
      return {
        matches: found.map((match, at) => ({
          ...match,
          sharesWords: shareWords(query, held.get(match.id) ?? query),
          evidence: reasons[at] ?? [],
        })),
        searched: finished || question.isQuestion ? held.size : built,
        words: query.terms.size,
      };
    },
  };
}
