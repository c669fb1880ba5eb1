import type { FailureDocument } from '../../text/failure-document.ts';
import { stem } from '../../text/stem.ts';
import { isNotGivenName } from './blameless-words.ts';
import { isGenericNoun, isGenericWord } from './subject-words.ts';

/** Matches product names (`Elastic Cloud`, `CoreDNS`) and identifiers (`ingress-nginx`, `kube_state`, `auth.service`). */
const nameLike =
  /(?<![\p{L}\p{N}/@.#_-])(?:\p{Lu}[\p{L}\p{N}]*(?:[ -]\p{Lu}[\p{L}\p{N}]*){0,2}|\p{Ll}[\p{Ll}\p{N}]+(?:[-_.][\p{Ll}\p{N}]+){1,4})(?![\p{L}\p{N}/@])/gu;
/** Matches the beginning of a sentence or a line, where any word is capitalised. */
const begins = /(?:^|[.!?:;•|–—-]\s{1,8}|\n\s{0,8}[-*#>]{0,8}\s{0,8})$/u;
/** Number of characters before a name that show whether it begins a sentence */
const contextLength = 30;
/**
 * Lists the names of products and identifiers in a text that may be components. Names of people are none.
 * @param isTitle whether the text is a title, in which the first word may be a name
 */
export function listComponentNames(text: string, isTitle: boolean): string[] {
  return [...text.matchAll(nameLike)].flatMap(({ 0: match, index }) => {
    const isFirst = begins.test(text.slice(Math.max(0, index - contextLength), index));
    const words = match.split(' ');
    // The first word of a sentence is capitalised anyway, unless it has an inner capital or digit.
    const [first = ''] = words;
    const kept = isFirst && !isTitle && !/[\p{Ll}\p{N}]\p{Lu}|\p{Lu}{2}/u.test(first) ? words.slice(1) : words;
    const name = trimName(kept).join(' ');
    return name.length >= 3 && kept.every((word) => isNotGivenName(word.toLowerCase())) ? [name] : [];
  });
}

/** Removes words before a name that do not distinguish it, such as “AWS”, and words of reports after it, such as “Outage”. */
function trimName(words: readonly string[]): readonly string[] {
  const named = words.slice(
    Math.max(
      0,
      words.findIndex((word) => !isGenericWord(word)),
    ),
  );
  const end = named.findLastIndex((word) => !isGenericWord(word) || isGenericNoun(word));
  return named.every(isGenericWord) ? [] : named.slice(0, end + 1);
}

/** Returns whether failures write a single word mostly in lower case, as they do not write a name. */
export function isOrdinaryWord(key: string, failures: readonly Pick<FailureDocument, 'title' | 'text'>[]): boolean {
  if (key.includes(' ')) return false;
  let lower = 0;
  let upper = 0;
  for (const { title, text } of failures) {
    for (const [word] of `${title}\n${text}`.matchAll(/(?<![\p{L}\p{N}._-])\p{L}[\p{L}\p{N}]*(?![\p{L}\p{N}_-])/gu)) {
      if (toComponentKey(word) !== key) continue;
      if (/^\p{Ll}+$/u.test(word)) lower += 1;
      else upper += 1;
    }
  }
  return lower > upper;
}

/** Returns the same key for all spellings of a name, such as “ledger” for “Ledgers” and “Ledger Service”. */
export function toComponentKey(name: string): string {
  const words = name.split(/[ _.-]+/u);
  const telling = words.filter((word) => !isGenericWord(word));
  return (telling.length === 0 ? words : telling).map((word) => stem(word.toLowerCase())).join(' ');
}
