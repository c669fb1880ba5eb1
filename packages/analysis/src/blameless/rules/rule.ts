import type { WordingKind } from '@refrain/domain';

/** A sentence as a rule sees it. Both texts have the same length. */
export interface Sentence {
  readonly written: string;
  /** The same with quotations, code and addresses made unreadable. */
  readonly visible: string;
}

export interface Question {
  readonly question: string;
}

/** Places are in UTF-16 units of the sentence. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** What stands in place of the words; a question where nothing can. */
  readonly instead: string | Question;
  /** Where the replacement goes, unless it is where the words are. */
  readonly edited?: { readonly start: number; readonly end: number };
}

export interface Rule {
  readonly kind: WordingKind;
  /** Why it is a problem, in one sentence. */
  readonly reason: string;
  /** What sets it off, with the flag `g`. Linear in the sentence. */
  readonly trigger: RegExp;
  /** Null where the words are no problem in this sentence. */
  find(match: RegExpExecArray, sentence: Sentence): Found | null;
}

export function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

const negator =
  /^(?:no|not|nobody|none|never|without|neither|nor|avoid|avoiding|cannot|instead|rather|isn|wasn|aren|weren|don|didn|doesn|won|less|\p{L}+n['’]t)$/iu;
/** What begins another statement, which a negation before it does not reach. */
const divides = /^(?:because|since|when|as|and|but|that|so|which|while|after|until)$/iu;
const reach = 5;

/** Whether what begins at the end of `before` is said not to be so: a negation among the few words before it. */
export function isNegated(before: string): boolean {
  const clause =
    before
      .slice(-80)
      .split(/[,;:()]/u)
      .at(-1) ?? '';
  const words = (clause.match(/[\p{L}'’]+/gu) ?? []).slice(-reach).reverse();
  for (const word of words) {
    if (negator.test(word)) return true;
    if (divides.test(word)) return false;
  }
  return false;
}

/** The place of a word with the blanks and commas that go when it goes. */
export function removal({ visible }: Sentence, start: number, end: number): { start: number; end: number } {
  const blanks = /\s*$/u.exec(visible.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  const comma = /,\s*$/u.exec(visible.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  const closing = /^(?:,|\s*(?=[.!?;:)]|$))/u.exec(visible.slice(end, end + 4));
  const isFirst = !/\p{L}/u.test(visible.slice(0, start));
  if (closing !== null && !isFirst) return { start: start - Math.max(comma, blanks), end: end + closing[0].length };
  return { start, end: end + (/^,?\s+/u.exec(visible.slice(end, end + 4))?.[0].length ?? 0) };
}
