import type { Evidence } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { roundToThousandths } from '../../stats/round-to-thousandths.ts';
import type { FailureDocument, NormalisedDocument } from '../../text/failure-document.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { removeAlertNames } from '../../text/remove-alert-names.ts';
import type { Match } from '../clustering/seen-before.ts';
import { isComparable, isGeneral } from '../similarity/general-terms.ts';
import { hasSameTitle } from '../similarity/has-same-title.ts';
import { haveCommonWord } from '../similarity/have-common-word.ts';
import { isCopiedFrom } from '../similarity/is-copied-from.ts';
import { isRepeat } from '../similarity/is-repeat.ts';
import { createPassageVectors } from '../similarity/passage-vectors.ts';
import { createSimilarityIndex, type ScoredNeighbour } from '../similarity/similarity-index.ts';
import { type CorrectedQuestion, correctSpelling } from './correct-spelling.ts';
import { isWeakMatch } from './is-weak-match.ts';
import { listShared, type SharedParts } from './list-shared.ts';
import { orderEqualMatches } from './order-equal-matches.ts';
import { createPlaceNames } from './place-names.ts';
import { putExactFirst } from './put-exact-first.ts';
import { createQuestionIndex } from './question-index.ts';
import { createSpelling } from './spelling.ts';
import { createTitleIndex } from './title-index.ts';

export interface IndexedFailure extends FailureDocument {
  readonly services: readonly string[];
  readonly environment: string | null;
}

export interface FailureIndexQuery {
  /** Text to search for. The results omit the failure that has the id of this document. */
  readonly document: FailureDocument;
  /** True if the document is a question in words, which the question index answers; false for a failure or a change */
  readonly isQuestion: boolean;
  /** Sentence vector of a question; absent if there is no sentence model, and for a failure or a change */
  readonly vector?: Int8Array | undefined;
  /** Maximum number of matches */
  readonly maxMatches: number;
  /** Number of matches that are returned with evidence, counted from the best match */
  readonly explainedCount: number;
  /** Ids of failures that the results omit */
  readonly excludedIds: readonly string[];
  readonly service: string | null;
  readonly environment: string | null;
}

export interface FailureIndexMatch extends Match {
  /** Whether the query repeats the words of the match, see `isRepeat` */
  readonly isRepeat: boolean;
  /** Whether the query has the title of the match, see `hasSameTitle` */
  readonly hasSameTitle: boolean;
  /** Whether the query may be the text of the match itself: it has the words of its title, or was copied from its text */
  readonly isOwnText: boolean;
  /** Whether the match shares only a common word or the name of a service with a question that says more */
  readonly isWeak: boolean;
  /** Evidence for the match; empty for matches after the first `FailureIndexQuery.explainedCount` */
  readonly evidence: readonly Evidence[];
  /** What the match has in common with the query; null for matches after the first `FailureIndexQuery.explainedCount` */
  readonly shared: SharedParts | null;
  /** Index of the passage (see `splitIntoPassages`) whose meaning is most similar; null if meanings were not compared */
  readonly passage: number | null;
}

export interface FailureIndexResult {
  /** Best first */
  readonly matches: readonly FailureIndexMatch[];
  /** Number of failures that were searched; fewer than all failures during the initial load */
  readonly searched: number;
  /** Number of distinct words in the question, without stop words */
  readonly wordCount: number;
  /** Whether the meaning of the question was compared too, and not only its words */
  readonly isComparedByMeaning: boolean;
  /** Number of failures with sentence vectors */
  readonly vectorCount: number;
  /** The failures with the title of the question, newest first */
  readonly sameTitleIds: readonly string[];
  /**
   * The failures whose titles name the same place, newest first, if the question only names where something failed, as
   * “Incident with Webhooks” does; otherwise null
   */
  readonly samePlaceIds: readonly string[] | null;
}

/** Number of nearest failures to which the filters are applied; larger if a service or an environment is required */
const candidates = { anywhere: 100, inLocation: 1_000 } as const;
const firstBuildSize = 200;
const maxWordsNamed = 6;
/**
 * Share of the meaning in the score of a question; the rest is the score of its words. With any share from 0.6 to 0.8, of 80
 * questions to five organisations 74 % to 75 % find a right failure first (69 % by words alone), and 90 % to 91 % among the
 * first five (85 %). See docs/adr/0047.
 */
const meaningShare = 0.7;
/** Meanings are compared only if at least this share of the failures has vectors. The others are scored by words. */
const minShareWithVectors = 0.95;

/** Minimum cosine at which the meaning of a passage makes a match worth showing, although the match shares only a common word */
const minTellingMeaning = 0.6;

interface QuestionMatch extends ScoredNeighbour {
  readonly wordScore: number;
  /** The cosine of the most similar passage, at least 0, and its index; null if meanings were not compared */
  readonly meaning: { readonly score: number; readonly passage: number } | null;
}

/**
 * Creates an in-memory index of failures. Run it in its own thread, because its methods block the thread for a long
 * time. Until `finish` is called, the index is rebuilt whenever the number of failures has doubled, so that searches work
 * during the initial load. The rebuilds are necessary, because word weights depend on all failures.
 */
export function createFailureIndex() {
  const held = new Map<string, NormalisedDocument>();
  const locationOf = new Map<string, Pick<IndexedFailure, 'services' | 'environment'>>();
  const questions = createQuestionIndex();
  const titles = createTitleIndex();
  const placeNames = createPlaceNames();
  const spelling = createSpelling();
  const vectors = createPassageVectors();
  let index = createSimilarityIndex([]);
  let built = 0;
  let finished = false;

  function build(): void {
    index = createSimilarityIndex([...held.values()]);
    built = held.size;
    // The first query after a rebuild is slow, because the index computes its vectors then. So one query runs here.
    index.search(normaliseDocument({ id: '', title: '', text: '', occurredAt: '' }), 1);
  }
  /**
   * Lists the words that a match shares with the query, beginning with those that contribute most to the score.
   * @param telling the query without words that unrelated failures share, which are listed only if there are no others
   */
  function listSharedWords(query: NormalisedDocument, telling: NormalisedDocument, id: string): string[] {
    const all = questions.explain(query, id);
    const named = all.filter(({ term }) => telling.terms.has(term) && !isGeneral(term));
    return (named.length === 0 ? all : named)
      .slice(0, maxWordsNamed)
      .map(({ term }) => query.surfaces.get(term) ?? term);
  }
  function explainMatch(words: readonly string[], { score, meaning }: QuestionMatch): Evidence[] {
    const byMeaning = meaning === null ? 0 : meaningShare * meaning.score;
    const all = [
      { signal: 'words', detail: `matching words: ${words.join(', ')}`, weight: score - byMeaning },
      { signal: 'meaning', detail: 'similar meaning', weight: byMeaning },
    ];
    return all
      .map((one) => ({ ...one, weight: roundToThousandths(one.weight) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight);
  }
  /** Adds the similarity of meanings to the scores of words, and sorts the matches again. */
  function addMeanings(found: readonly ScoredNeighbour[], vector: Int8Array | undefined): QuestionMatch[] {
    return found
      .map(({ id, score }) => {
        const nearest = vector === undefined ? null : vectors.findNearest(vector, id);
        if (nearest === null) return { id, score, wordScore: score, meaning: null };
        const meaning = { score: Math.max(0, nearest.cosine), passage: nearest.passage };
        return { id, score: meaningShare * meaning.score + (1 - meaningShare) * score, wordScore: score, meaning };
      })
      .sort((a, b) => b.score - a.score || compareStrings(a.id, b.id));
  }
  /** Returns the words of a question that say what failed, or all its words if it only names where. */
  function readWhatFailed(question: FailureDocument, query: NormalisedDocument): NormalisedDocument {
    const compared = normaliseDocument(placeNames.removeNames(question));
    return [...compared.terms.keys()].some((term) => isComparable(term) && !isGeneral(term)) ? compared : query;
  }
  function fits(id: string, { excludedIds: except, service, environment }: FailureIndexQuery): boolean {
    const location = locationOf.get(id);
    return (
      location !== undefined &&
      !except.includes(id) &&
      (service === null || location.services.includes(service.toLowerCase())) &&
      (environment === null || location.environment === environment.toLowerCase())
    );
  }

  return {
    put(failures: readonly IndexedFailure[]): void {
      for (const failure of failures) {
        const document = normaliseDocument(failure);
        const earlier = held.get(failure.id);
        if (earlier !== undefined) spelling.count(earlier, -1);
        spelling.count(document, 1);
        held.set(failure.id, document);
        locationOf.set(failure.id, {
          services: failure.services.map((name) => name.toLowerCase()),
          environment: failure.environment?.toLowerCase() ?? null,
        });
        questions.put(document, failure.kind ?? 'incident');
        titles.put(document, failure.services);
        placeNames.put(failure.id, { services: failure.services, repository: failure.repository ?? null });
        // The vectors of another text are outdated.
        vectors.drop(failure.id);
        if (finished) index.add(document);
      }
      if (!finished && held.size >= Math.max(firstBuildSize, 2 * built)) build();
    },
    drop(ids: readonly string[]): void {
      for (const id of ids) {
        const document = held.get(id);
        if (document !== undefined) spelling.count(document, -1);
        held.delete(id);
        questions.remove(id);
        titles.remove(id);
        placeNames.remove(id);
        vectors.drop(id);
        locationOf.delete(id);
        if (finished) index.remove(id);
      }
    },
    /**
     * Stores the sentence vectors of a failure's passages. Ignores a failure that the index does not have.
     * @param values the vectors one after another
     * @param count number of vectors
     */
    putVectors(id: string, values: Int8Array, count: number): void {
      if (held.has(id)) vectors.put(id, values, count);
    },
    /** Completes the initial load. Failures that are added after this call are searchable immediately. */
    finish(): void {
      finished = true;
      build();
    },
    /**
     * Precomputes values that speed up searches, for about `maxMs` milliseconds. Call it in idle time.
     * @returns the number of failures without precomputed values; 0 before `finish` was called
     */
    compact(maxMs: number): number {
      if (!finished) return 0;
      const end = performance.now() + maxMs;
      let left = index.compact(1);
      while (left > 0 && performance.now() < end) left = index.compact(1);
      return left;
    },
    /** Returns the number of stored failures. Until `finish` is called, some stored failures may not be searchable. */
    size: () => held.size,
    /** Corrects words of a typed question that no failure contains. */
    correctSpelling: (question: FailureDocument): CorrectedQuestion =>
      correctSpelling(question, { isKnown: questions.isKnown, findMeant: spelling.findMeant }),
    /** Removes the names of services, organisations and hosts from a question, so that only what failed is compared. */
    removePlaceNames: placeNames.removeNames,
    search(question: FailureIndexQuery): FailureIndexResult {
      const query = held.get(question.document.id) ?? normaliseDocument(question.document);
      const named = placeNames.listNamed(question.document);
      const compared = question.isQuestion ? readWhatFailed(question.document, query) : query;
      const telling = normaliseDocument({ ...question.document, ...removeAlertNames(compared.masked) });
      const isAnywhere = question.service === null && question.environment === null;
      const limit = isAnywhere ? candidates.anywhere : candidates.inLocation;
      const isComparedByMeaning = question.vector !== undefined && vectors.size() >= minShareWithVectors * held.size;
      const isFitting = (id: string) => fits(id, question);
      const sameTitleIds = question.isQuestion ? titles.listSameTitle(query).filter(isFitting) : [];
      const isPlaceOnly = question.isQuestion && titles.namesOnlyPlace(query, questions.isUbiquitous);
      const samePlaceIds = isPlaceOnly ? titles.listSamePlace(query).filter(isFitting) : null;
      const titled = [...new Set([...sameTitleIds, ...(samePlaceIds ?? [])])].slice(0, question.maxMatches);
      const nearest: readonly QuestionMatch[] = question.isQuestion
        ? addMeanings(questions.search(compared, limit, titled), isComparedByMeaning ? question.vector : undefined)
        : index.search(query, limit).map((match) => ({ ...match, wordScore: match.score, meaning: null }));
      const fitting = nearest.filter(({ id }) => isFitting(id));
      const dayOf = (id: string) => held.get(id)?.day ?? null;
      const isSameService = (id: string) => placeNames.isAt(id, named);
      const findRepeatedDay = ({ id }: ScoredNeighbour) => {
        const document = held.get(id);
        return document !== undefined && isRepeat(query, document) ? document.day : null;
      };
      const sorted = question.isQuestion
        ? putExactFirst(orderEqualMatches(fitting, { isSameService, dayOf }), titled, findRepeatedDay)
        : fitting;
      const found = sorted.slice(0, question.maxMatches);
      const explained = found.slice(0, question.explainedCount);
      const words = explained.map(({ id }) => listSharedWords(compared, telling, id));
      const reasons = question.isQuestion
        ? explained.map((match, at) => explainMatch(words[at] ?? [], match))
        : index.explain(query, explained);
      return {
        matches: found.map(({ id, score, wordScore, meaning }, at) => {
          const document = held.get(id) ?? query;
          const isRepeated = isRepeat(query, document);
          return {
            id,
            score,
            wordScore,
            passage: meaning?.passage ?? null,
            sharesWords: haveCommonWord(compared, document),
            isRepeat: isRepeated,
            hasSameTitle: hasSameTitle(query, document),
            isOwnText: isRepeated || sameTitleIds.includes(id) || isCopiedFrom(query, document),
            isWeak:
              question.isQuestion &&
              (meaning?.score ?? 0) < minTellingMeaning &&
              isWeakMatch(telling, document, { isCommon: questions.isCommon, isPlace: titles.isPlace }),
            evidence: reasons[at] ?? [],
            shared: words[at] === undefined ? null : listShared(query, document, words[at], named),
          };
        }),
        searched: finished || question.isQuestion ? held.size : built,
        wordCount: query.terms.size,
        isComparedByMeaning,
        vectorCount: vectors.size(),
        sameTitleIds,
        samePlaceIds,
      };
    },
  };
}
