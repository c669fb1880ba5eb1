import type { WordingKind } from '@refrain/domain';

/** A sentence as a rule sees it. Both texts have the same length. */
export interface Sentence {
  readonly written: string;
  /** The same text with quotations, code and addresses hidden. */
  readonly visible: string;
}

export interface Question {
  readonly question: string;
}

/** Positions are in UTF-16 units of the sentence. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** The replacement of the words, or a question if no rewording is safe. */
  readonly instead: string | Question;
  /** Range of the replacement, if it differs from that of the words. */
  readonly edited?: { readonly start: number; readonly end: number };
}

export interface Rule {
  readonly kind: WordingKind;
  /** Explains the problem in one sentence. */
  readonly reason: string;
  /** Matches candidates; has the flag `g` and is linear in the sentence. */
  readonly trigger: RegExp;
  /** Returns null if the words are not a problem in this sentence. */
  find(match: RegExpExecArray, sentence: Sentence): Found | null;
}

export function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

const negator =
  /^(?:no|not|nobody|none|never|without|neither|nor|avoid|avoiding|cannot|instead|rather|isn|wasn|aren|weren|don|didn|doesn|won|less|\p{L}+n['’]t)$/iu;
/** Words that begin another statement, which an earlier negation does not affect. */
const divides = /^(?:because|since|when|as|and|but|that|so|which|while|after|until)$/iu;
const maxDistance = 5;

/** Returns whether a negation among the last few words of `before` applies to what follows. */
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

/** Returns the range of a word with the blanks and commas to remove with it. */
export function removal({ visible }: Sentence, start: number, end: number): { start: number; end: number } {
  const blanks = /\s*$/u.exec(visible.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  const comma = /,\s*$/u.exec(visible.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  const closing = /^(?:,|\s*(?=[.!?;:)]|$))/u.exec(visible.slice(end, end + 4));
  const isFirst = !/\p{L}/u.test(visible.slice(0, start));
  if (closing !== null && !isFirst) return { start: start - Math.max(comma, blanks), end: end + closing[0].length };
  return { start, end: end + (/^,?\s+/u.exec(visible.slice(end, end + 4))?.[0].length ?? 0) };
}
