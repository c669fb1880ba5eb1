import { findValueSpan, type Span } from './find-value-spans.ts';
import {
  isNumberedWord,
  isSecretReference,
  isStateOrPlaceholder,
  isVersionNumber,
  looksLikeName,
  looksRandom,
} from './is-secret-value.ts';
import { matchPatternAtPosition, mayBePasswordName, type SecretName } from './secret-names.ts';

/** Matches what precedes the name of a secret on its line: heading or bold syntax, and up to three words. */
const lineStart =
  /(?:^|\n)[ \t>]{0,10}(?<mark>#{1,6}[ \t]{1,3})?(?<bold>\*\*)?(?:[\w.-]{1,30}[ \t]){0,3}[\w.-]{0,30}$/u;
const readBefore = 170;
/** Matches the rest of a heading, an optional underline, and a line with only a value, possibly in a code block. */
const below =
  /(?<bold>\*\*)?(?<colon>[ \t]{0,3}[:：])?(?:\*\*)?[ \t#]{0,8}\r?\n(?<underline>[-=]{3,80}[ \t]{0,5}\r?\n)?(?:[ \t>]{0,10}\r?\n){0,2}(?:[ \t>]{0,10}(?:`{3}|~{3})[\w-]{0,20}[ \t]{0,5}\r?\n)?[ \t>]{0,10}`?(?<value>[^\s`]{6,200})(?=`?[ \t]{0,3}(?:[\r\n]|$))/uy;
/** Matches the start of a list, image, link, issue reference or date. */
const other = /^(?:[-!([<#>|{@]|\d{4}-\d\d|\d{1,2}:\d\d)/u;

/** Finds secrets alone on the line below a heading that names them. Headings have Markdown syntax or a colon. */
export function findSecretsBelowHeadings(text: string, names: readonly SecretName[]): Span[] {
  return names.flatMap(({ name, start, end }) => {
    const match = matchPatternAtPosition(below, text, end);
    if (match === null || !isSecret(name, match.groups?.value ?? '')) return [];
    const before = lineStart.exec(text.slice(Math.max(0, start - readBefore), start))?.groups;
    const { bold, colon, underline } = match.groups ?? {};
    const isHeading = before !== undefined && [before.mark, bold && before.bold, colon, underline].some((mark) => mark);
    return isHeading ? [findValueSpan(match)] : [];
  });
}

function isSecret(name: string, value: string): boolean {
  if (!looksRandom(value) || other.test(value) || isVersionNumber(value)) return false;
  if (isSecretReference(value) || isStateOrPlaceholder(value) || looksLikeName(value)) return false;
  return mayBePasswordName(name) || !isNumberedWord(value);
}
