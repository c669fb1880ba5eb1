import type { SearchResponse } from '@refrain/domain';
import type { ScoredNeighbour } from '../similarity/similarity-index.ts';
import { assignToPattern, type PatternAssignment, type PatternVote } from './assign-to-pattern.ts';

/** Number of neighbours to fetch for a vote. It is large, because unclustered neighbours do not vote. */
export const fetchedNeighbourCount = 100;
/** The minimum confidence at which a pattern is reported. */
export const minReportedConfidence = 0.5;
/**
 * Minimum score for "seen before" if no pattern is reported. For later failures of four generated organisations,
 * precision was 0.84 and recall 0.76; with a minimum of 0.5, they were 0.64 and 0.94 (`npm run --silent eval -- measure
 * new-failures`).
 */
const minScore = 0.6;
/**
 * Minimum score for "seen before" if the query is a question. Of 80 answerable questions to five organisations, 49 %
 * get this verdict; of 20 unanswerable ones, none (`npm run --silent eval -- seen`).
 */
const minQuestionScore = 0.5;

/** Minimum score of a second match that supports the best one. Of the questions above, it changes no verdict. */
const minSupportingScore = 0.25;

export interface Match extends ScoredNeighbour {
  /** Score of the words alone. A similar meaning ranks the matches, but does not show that a failure happened before. */
  readonly wordScore: number;
  /** Whether the query and the match share a word or an error name, not only a location or similar spelling */
  readonly sharesWords: boolean;
  /** Whether the match shares too little with a question to answer it, see `isWeakMatch` */
  readonly isWeak: boolean;
}

/** Returns whether a match shares more with the query than a location, similar spelling or a common word. */
function isTelling({ sharesWords, isWeak }: Pick<Match, 'sharesWords' | 'isWeak'>): boolean {
  return sharesWords && !isWeak;
}

/**
 * Returns the most likely pattern of the matches, even at a low confidence. Failures without a word of the query do not
 * vote. Neither do failures that were assigned on arrival and are not clustered yet, because their pattern is a guess.
 * @param grouped pattern ids of clustered failures by failure id; null for failures in no pattern
 */
export function chooseMatchedPattern(
  matches: readonly Match[],
  grouped: ReadonlyMap<string, string | null>,
): PatternVote | null {
  return assignToPattern(
    matches.filter((match) => isTelling(match) && grouped.has(match.id)),
    (id) => grouped.get(id) ?? null,
  );
}

/**
 * Returns the ids of the failures that the query repeats. Returns none if several are clustered and fewer than two thirds
 * of these are in one pattern: then their words, such as “Incident with Actions”, are too general to identify a failure.
 * @param grouped pattern ids of clustered failures by failure id; null for failures in no pattern
 */
export function chooseRepeats(
  matches: readonly { readonly id: string; readonly isRepeat: boolean }[],
  grouped: ReadonlyMap<string, string | null>,
): string[] {
  const repeated = matches.filter(({ isRepeat }) => isRepeat).map(({ id }) => id);
  const clustered = repeated.filter((id) => grouped.has(id));
  const sizes = new Map<string, number>();
  for (const id of clustered) {
    const patternId = grouped.get(id) ?? null;
    if (patternId !== null) sizes.set(patternId, (sizes.get(patternId) ?? 0) + 1);
  }
  const isAgreed = clustered.length < 2 || Math.max(0, ...sizes.values()) >= (2 / 3) * clustered.length;
  return isAgreed ? repeated : [];
}

/** Returns the highest score of the words of a match that shares words with the query; 0 if none does. */
export function findBestWordMatchScore(matches: readonly Match[]): number {
  return Math.max(0, ...matches.filter(isTelling).map(({ wordScore }) => wordScore));
}

/**
 * Tells whether the API reports the pattern. Its confidence and, for a question, the best match's score must suffice.
 */
export function isPatternReported(
  chosen: PatternAssignment | null,
  matches: readonly Match[],
  isQuestion: boolean,
): chosen is PatternAssignment {
  if (chosen === null || chosen.confidence < minReportedConfidence) return false;
  return !isQuestion || findBestWordMatchScore(matches) >= findMinQuestionScore(matches);
}

/** Returns the minimum score of a question's best match. A single match proves less: two words of a question, such as “node” and “resize”, often stand in one unrelated failure. */
function findMinQuestionScore(matches: readonly Match[]): number {
  const supporting = matches.filter((match) => isTelling(match) && match.wordScore >= minSupportingScore);
  return supporting.length < 2 ? minScore : minQuestionScore;
}

export interface SeenBeforeInput {
  readonly isQuestion: boolean;
  /** Whether the query repeats the words of a match, see `isRepeat` */
  readonly isRepeat: boolean;
  /** Whether the query does not say what failed, so that its matches prove nothing */
  readonly isUnspecific: boolean;
  /** Confidence of the reported pattern; null if none is reported */
  readonly reportedConfidence: number | null;
  /** Confidence of the most likely pattern, even if it is too low for the pattern to be reported */
  readonly likeliestConfidence: number;
  /** Best first */
  readonly matches: readonly Match[];
  /** Number of distinct words in the query, without stop words */
  readonly wordCount: number;
  /** Share of all failures that the search covered, in [0, 1] */
  readonly searchedShare: number;
}

/** Decides whether a failure like the query happened before, and how confident the answer is. */
export function judgeSeenBefore({
  isQuestion,
  isRepeat,
  isUnspecific,
  reportedConfidence,
  likeliestConfidence,
  matches,
  wordCount,
  searchedShare,
}: SeenBeforeInput): SearchResponse['verdict'] {
  if (isRepeat) return { seenBefore: true, confidence: 1 };
  if (reportedConfidence !== null) return { seenBefore: true, confidence: reportedConfidence };
  if (isUnspecific) return { seenBefore: false, confidence: 0 };
  const best = findBestWordMatchScore(matches);
  if (best >= (isQuestion ? findMinQuestionScore(matches) : minScore)) return { seenBefore: true, confidence: best };
  if (wordCount === 0) return { seenBefore: false, confidence: 0 };
  return { seenBefore: false, confidence: (1 - Math.max(best, likeliestConfidence)) * searchedShare };
}
