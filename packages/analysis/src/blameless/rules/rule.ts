import type { WordingKind } from '@refrain/domain';

export interface MaskedSentence {
  readonly written: string;
  /** The sentence with quotations, code and URLs masked. It has the same length as `written`. */
  readonly visible: string;
}

export interface QuestionToAuthor {
  readonly question: string;
}

/** Words that a rule found. `start` and `end` are the words' offsets in the sentence, in UTF-16 units. */
export interface RuleFinding {
  readonly start: number;
  readonly end: number;
  /** The replacement for the found words, or a question to the author if no rewording is safe. */
  readonly replacement: string | QuestionToAuthor;
  /** The range that `replacement` replaces, if different from the range of the found words. */
  readonly edited?: { readonly start: number; readonly end: number };
}

export interface RuleMatcher {
  /** Matches candidate phrases in linear time; needs the flag `g`. */
  readonly trigger: RegExp;
  /** Judges a candidate phrase in its sentence; returns null if the phrase blames nobody. */
  find(match: RegExpExecArray, sentence: MaskedSentence): RuleFinding | null;
}

export interface Rule extends RuleMatcher {
  readonly kind: WordingKind;
  /** Explains in one sentence why the words blame somebody. */
  readonly reason: string;
}

export function createRules(kind: WordingKind, reason: string, matchers: readonly RuleMatcher[]): Rule[] {
  return matchers.map((matcher) => ({ kind, reason, ...matcher }));
}

export function endOfMatch(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

const negator =
  /^(?:no|not|nobody|none|never|without|neither|nor|avoid|avoiding|cannot|instead|rather|isn|wasn|aren|weren|don|didn|doesn|won|less|\p{L}+n['’]t)$/iu;
/** Conjunctions. A negation before a conjunction does not negate the words after it. */
const divides = /^(?:because|since|when|as|and|but|that|so|which|while|after|until)$/iu;
const maxDistance = 5;

export function isNegated(before: string): boolean {
  const clause =
    before
      .slice(-80)
      .split(/[,;:()]/u)
      .at(-1) ?? '';
  const words = (clause.match(/[\p{L}'’]+/gu) ?? []).slice(-maxDistance).reverse();
  for (const word of words) {
    if (negator.test(word)) return true;
    if (divides.test(word)) return false;
  }
  return false;
}

/** Returns the range of a word including the blanks and commas that have to be removed with it. */
export function rangeToRemove({ visible }: MaskedSentence, start: number, end: number): { start: number; end: number } {
  const blanks = /\s*$/u.exec(visible.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  const comma = /,\s*$/u.exec(visible.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  const closing = /^(?:,|\s*(?=[.!?;:)]|$))/u.exec(visible.slice(end, end + 4));
  const isFirst = !/\p{L}/u.test(visible.slice(0, start));
  if (closing !== null && !isFirst) return { start: start - Math.max(comma, blanks), end: end + closing[0].length };
  return { start, end: end + (/^,?\s+/u.exec(visible.slice(end, end + 4))?.[0].length ?? 0) };
}

/** Suggests to remove the words of a match up to `end`. */
export function removeWords(sentence: MaskedSentence, match: RegExpExecArray, end = endOfMatch(match)): RuleFinding {
  const edited = rangeToRemove(sentence, match.index, end);
  return { start: match.index, end: endOfMatch(match), edited, replacement: '' };
}
