import type { Evidence } from '@refrain/domain';
import { toDigits } from '../../stats/to-digits.ts';
import type { Document, NormalisedDocument } from '../../text/document.ts';
import { normalise } from '../../text/normalise.ts';
import type { Match } from '../clustering/seen-before.ts';
import { shareWords } from '../similarity/share-words.ts';
import { createSimilarityIndex, type Neighbour, type SimilarityIndex } from '../similarity/similarity-index.ts';
import { createQuestionIndex } from './question-index.ts';

/** A failure as the index takes it. */
export interface IndexedFailure extends Document {
  readonly services: readonly string[];
  readonly environment: string | null;
}

export interface IndexQuestion {
  /** Where the index holds one with its id, that one is not found. */
  readonly document: Document;
  /** Whether the document is a question in a person's words, which `QuestionIndex` answers, or a failure or change like those held. */
  readonly isQuestion: boolean;
  /** How many matches are wanted, and how many of the best of them with the reasons. */
  readonly most: number;
  readonly explained: number;
  /** Ids that are not wanted. */
  readonly except: readonly string[];
  readonly service: string | null;
  readonly environment: string | null;
}

export interface IndexMatch extends Match {
  /** Empty where it was not asked for. */
  readonly evidence: readonly Evidence[];
}

export interface IndexResult {
  /** Best first. */
  readonly matches: readonly IndexMatch[];
  /** How many failures were searched. */
  readonly searched: number;
  /** Different words of the question that can be compared. */
  readonly words: number;
}

/** The failures that are searched, held in memory. Not to be used on an event loop that others wait for. */
export interface FailureIndex {
  /** Adds failures, or puts them in the place of those with their ids. */
  put(failures: readonly IndexedFailure[]): void;
  drop(ids: readonly string[]): void;
  /** All that there was to put has been put: from now on each change counts at once. */
  finish(): void;
  /**
   * Does work that questions need ahead of them, for at most so many milliseconds and what one failure takes.
   * @returns how many failures are left to do that for; none while it is not finished
   */
  compact(maxMs: number): number;
  /** How many are held; fewer are searched while it is not finished. */
  size(): number;
  search(question: IndexQuestion): IndexResult;
}

/** How many of the nearest are looked at where some are not wanted, and where only those of one place are. */
const candidates = { anywhere: 100, inPlace: 1_000 } as const;
const firstBuilt = 200;
/** Words that are named as the reason of an answer. */
const maxNamed = 6;

interface Location {
  readonly services: readonly string[];
  readonly environment: string | null;
}

/**
 * Words are weighed by how rare they are among all, so an index is built over many at once. Until it is finished it is built
 * anew whenever there are twice as many: questions are answered all the while, and building takes twice the time at most.
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
    // It does its work at the first question.
    index.search(normalise({ id: '', title: '', text: '', occurredAt: '' }), 1);
  }
  /** The words of the question that stand in it, the most telling first; its weight is the whole score. */
  function explainMatch(asked: NormalisedDocument, { id, score }: Neighbour): Evidence[] {
    const words = questions
      .explain(asked, id)
      .slice(0, maxNamed)
      .map(({ term }) => asked.surfaces.get(term) ?? term);
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
      const asked = held.get(question.document.id) ?? normalise(question.document);
      const isAnywhere = question.service === null && question.environment === null;
      const most = isAnywhere ? candidates.anywhere : candidates.inPlace;
      const nearest = question.isQuestion ? questions.search(asked, most) : index.search(asked, most);
      const found = nearest.filter(({ id }) => fits(id, question)).slice(0, question.most);
      const explained = found.slice(0, question.explained);
      const reasons = question.isQuestion
        ? explained.map((match) => explainMatch(asked, match))
        : index.explain(asked, explained);
      return {
        matches: found.map((match, at) => ({
          ...match,
          sharesWords: shareWords(asked, held.get(match.id) ?? asked),
          evidence: reasons[at] ?? [],
        })),
        searched: finished || question.isQuestion ? held.size : built,
        words: asked.terms.size,
      };
    },
  };
}
