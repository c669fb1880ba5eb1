import type { SearchResponse } from '@refrain/domain';
import type { Neighbour } from '../similarity/similarity-index.ts';
import { type Assignment, assignToPattern, type Vote } from './assign-to-pattern.ts';

/** Enough neighbours to find clustered ones behind others that arrived at the same time. */
export const neighboursChecked = 100;
/** From this confidence on, a pattern is more likely than not. */
export const likely = 0.5;
/**
 * The minimum score of a match without a pattern. On later failures of four generated organisations the verdict "seen
 * before" had a precision of 0.84 and a recall of 0.76 (at 0.5: 0.64 and 0.94; `npm run --silent eval -- measure
 * new-failures`).
 */
const minScore = 0.6;
/**
 * The minimum score for a question in words. Of 80 answerable questions to five organisations, 49 % get the verdict
 * "seen before"; of 20 unanswerable ones, none (`eval -- seen`). Patterns alone never decide for questions.
 */
const minQuestionScore = 0.5;

export interface Match extends Neighbour {
  /** Whether both share a word or an error name. The same location or similar spelling alone means little. */
  readonly sharesWords: boolean;
}

/**
 * Returns the most likely pattern of the matches, however unlikely. Matches that share only location or spelling do not
 * vote. Neither do failures that were assigned on arrival and not clustered yet, because that would build guesses on
 * guesses.
 * @param grouped pattern ids of clustered failures, null for those in no pattern
 */
export function choosePattern(matches: readonly Match[], grouped: ReadonlyMap<string, string | null>): Vote | null {
  return assignToPattern(
    matches.filter(({ id, sharesWords }) => sharesWords && grouped.has(id)),
    (id) => grouped.get(id) ?? null,
  );
}

/** Returns the score of the nearest match that shares words; 0 without one. */
export function scoreOfNearest(matches: readonly Match[]): number {
  return matches.find(({ sharesWords }) => sharesWords)?.score ?? 0;
}

/**
 * Tells whether the API reports the pattern. For a question it also requires one match that answers it, because with
 * few failures in one pattern every question is near to that pattern.
 */
export function isReported(
  chosen: Assignment | null,
  matches: readonly Match[],
  isQuestion: boolean,
): chosen is Assignment {
  return chosen !== null && chosen.confidence >= likely && (!isQuestion || scoreOfNearest(matches) >= minQuestionScore);
}

/** The evidence for and against "seen before". */
export interface SeenBeforeInput {
  /** Whether the query is a question in words rather than a failure or a change. */
  readonly isQuestion: boolean;
  /** The confidence of the reported pattern; null if none is reported. */
  readonly told: number | null;
  /** The confidence of the most likely pattern, however small. */
  readonly inPattern: number;
  /** Best first. */
  readonly matches: readonly Match[];
  /** The number of distinct comparable words in the query. */
  readonly words: number;
  /** The share of all failures that were searched, in [0, 1]. */
  readonly searched: number;
}

/** Returns the verdict whether something was seen before, with its confidence. */
export function judgeSeenBefore(input: SeenBeforeInput): SearchResponse['verdict'] {
  const { isQuestion, told, inPattern, matches, words, searched } = input;
  if (told !== null) return { seenBefore: true, confidence: told };
  const best = scoreOfNearest(matches);
  if (best >= (isQuestion ? minQuestionScore : minScore)) return { seenBefore: true, confidence: best };
  return { seenBefore: false, confidence: words > 0 ? (1 - Math.max(best, inPattern)) * searched : 0 };
}
