import type { SearchResponse } from '@refrain/domain';
import type { Neighbour } from '../similarity/similarity-index.ts';
import { type Assignment, assignToPattern, type Vote } from './assign-to-pattern.ts';

/** So many of the nearest are looked at: enough to find those that are grouped behind others that came in at the same time. */
export const neighboursChecked = 100;
/** From here on a pattern is more likely than not. */
export const likely = 0.5;
/**
 * A match that is in no such pattern. Of the later failures of four generated organisations, .84 of what was said to be seen
 * before had been, and .76 of what had been was said to be (at .5: .64 and .94; `npm run --silent eval -- measure new-failures`).
 */
const near = 0.6;
/**
 * The same for a question in a person's words. Of 80 questions to five organisations that have an answer .49 is said to be seen
 * before, of 20 without one none (`eval -- seen`); patterns speak for none of them alone.
 */
const nearQuestion = 0.5;

export interface Match extends Neighbour {
  /** Whether both have a word or the name of an error: the same place or spelling alone says little. */
  readonly sharesWords: boolean;
}

/**
 * The pattern that these matches speak for, whether it is likely or not. Neither the same place or spelling alone has a say, nor
 * what no regrouping has looked at: what was assigned on arrival is a guess, of which the next one would be made.
 * @param grouped by id, what a regrouping looked at, with null for what it left alone
 */
export function choosePattern(matches: readonly Match[], grouped: ReadonlyMap<string, string | null>): Vote | null {
  return assignToPattern(
    matches.filter(({ id, sharesWords }) => sharesWords && grouped.has(id)),
    (id) => grouped.get(id) ?? null,
  );
}

/** Score of the nearest that has a say; 0 where there is none. */
export function scoreOfNearest(matches: readonly Match[]): number {
  return matches.find(({ sharesWords }) => sharesWords)?.score ?? 0;
}

/**
 * Whether the API says that a question or a failure is one more of a pattern. For a question it does so only if one match answers it: among
 * few failures, most of them in one pattern, every question is near to that pattern.
 */
export function isReported(
  chosen: Assignment | null,
  matches: readonly Match[],
  isQuestion: boolean,
): chosen is Assignment {
  return chosen !== null && chosen.confidence >= likely && (!isQuestion || scoreOfNearest(matches) >= nearQuestion);
}

/** What speaks for and against that something was seen before. */
export interface SeenBeforeInput {
  /** Whether it was asked in a person's words, and not by a failure or a change. */
  readonly isQuestion: boolean;
  /** Chance of the pattern that it is told to be one of; null where it is told to be of none. */
  readonly told: number | null;
  /** Chance of the likeliest pattern, however small. */
  readonly inPattern: number;
  /** Best first. */
  readonly matches: readonly Match[];
  /** Different words of it that can be compared. */
  readonly words: number;
  /** Of all failures the share, in [0, 1], that was searched. */
  readonly searched: number;
}

/** Whether it was, and how sure that is. */
export function judgeSeenBefore(input: SeenBeforeInput): SearchResponse['verdict'] {
  const { isQuestion, told, inPattern, matches, words, searched } = input;
  if (told !== null) return { seenBefore: true, confidence: told };
  const best = scoreOfNearest(matches);
  if (best >= (isQuestion ? nearQuestion : near)) return { seenBefore: true, confidence: best };
  return { seenBefore: false, confidence: words > 0 ? (1 - Math.max(best, inPattern)) * searched : 0 };
}
