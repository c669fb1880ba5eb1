import type { Span } from './find-secrets.ts';
import { isReference, isStateOrPlaceholder, isWords, looksRandom } from './is-secret-value.ts';
import { quotes, secretName } from './secret-names.ts';

/** Between a name and its value: each may be quoted, also within a quoted text. */
const between = String.raw`(?<nameQuote>${quotes})?(?<sign>[ \t]{0,3}(?:=>|:=|[:=])[ \t]{0,3})(?<valueQuote>${quotes})?`;
/** Ends before a quote and its backslashes, and before the next parameter of an address (`&page=`). */
const value = String.raw`(?<value>(?:[^\s"'\x60,;<>(){}[\]\\&]|&(?!(?:amp;)?[\w.-]{1,40}=)|\\(?!\\{0,2}["']|u0026)){6,4000})`;
/** Not as the end of another word (`compass`), and not where tests say that they do (`PASS: case-12`). */
const shortName = String.raw`(?:[Pp](?:ass|wd)|P(?:ASS|WD))(?<=(?<![A-Za-z])[Pp]\w{2,3}|[a-z]P[a-z]{2,3})(?<!(?<![\w-])[Pp](?:ass|ASS)(?=:[ \t]{0,3}[^\s"'\\]))`;

const assigned = new RegExp(`(?<name>${secretName})${between}${value}`, 'giu');
const shortAssigned = new RegExp(`(?<name>${shortName})${between}${value}`, 'gu');
const option = new RegExp(String.raw`(?<![\w-])--?(?:\w{1,20}-){0,3}${secretName}[ \t]{1,3}["']?${value}`, 'giu');
const bearer = /(?<![a-z\d_])(?:bearer|basic)[ \t]{1,3}(?<value>[\w.~+/-]{16,2000}={0,2})/giu;
/** A signed JSON web token: header, claims and signature. */
const webToken = /\b(?<value>eyJ[\w-]{8,1000}\.[\w-]{4,4000}\.[\w-]{16,1000})/gu;
/** Parameters of an address that let in whoever has it. */
const parameter =
  /(?:[?&]|&amp;|\\u0026)(?:access_token|(?:x-[a-z]{1,8}-)?sig(?:nature)?|token)=(?<value>[^\s&"'<>\\]{6,1000})/giu;
/** Parameters that do so only where their value is no word: `?code=timeout` names an error. */
const ambiguousParameter = /(?:[?&]|&amp;|\\u0026)(?:key|auth|code)=(?<value>[^\s&"'<>\\]{6,1000})/giu;
const cookies = /cookie["']?[ \t]{0,3}:(?<pairs>[^\n]{1,4000})/giu;
const cookie = /(?<name>[\w.-]{1,100})=(?<value>[^\s;,"'\\]{6,4000})/gu;
/** What a server says of its cookie: https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1 */
const cookieAttribute = /^(?:path|domain|expires|max-age|samesite|priority)$/iu;

/**
 * Finds secrets by what stands before them, which no pattern of a known key can see: `password=…`, `Authorization: Bearer …`.
 * A value that is a word of prose, such as `token: expired`, stays.
 */
export function findAssigned(text: string): Span[] {
  const valueAt = ({ start, end }: Span) => text.slice(start, end);
  const sure = [bearer, webToken].flatMap((pattern) => valuesOf(pattern, text));
  const likely = [...valuesOf(option, text), ...cookiesOf(text)].filter((span) => looksRandom(valueAt(span)));
  const parameters = valuesOf(parameter, text).filter((span) => !isStateOrPlaceholder(valueAt(span)));
  const ambiguous = valuesOf(ambiguousParameter, text).filter((span) => !isWords(valueAt(span)));
  return [...sure, ...likely, ...parameters, ...ambiguous, ...assignmentsIn(text)];
}

function assignmentsIn(text: string): Span[] {
  const matches = [assigned, shortAssigned].flatMap((pattern) => Array.from(text.matchAll(pattern)));
  return matches.filter((match) => isSecret(match, text)).map(spanOfValue);
}

/**
 * Whether an assignment gives a secret away. A value that looks random always does. A word does where it is set in a form that
 * prose does not have: `name=value`, a quoted value, or a line that holds nothing else.
 */
function isSecret(match: RegExpExecArray, text: string): boolean {
  const { name = '', nameQuote, sign = '', valueQuote, value: given = '' } = match.groups ?? {};
  if (isStateOrPlaceholder(given)) return false;
  if (looksRandom(given)) return true;
  if (isReference(given)) return false;
  const before = text.slice(Math.max(0, match.index - readBefore), match.index);
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 5);
  if (valueQuote !== undefined) {
    if (!closing.test(after)) return false;
    return nameQuote === undefined ? sign.includes('=') || !isProse(name, before) : opening.test(before);
  }
  if (sign === '=') return !/^[([{]/u.test(after); // there a function is called, or an element taken
  const isFirst = match.index <= readBefore;
  return isSetByLine(name, before) && lineBefore.test(isFirst ? `\n${before}` : before) && lineAfter.test(after);
}

/** Characters before a name that are read. */
const readBefore = 120;
const opening = /["'][\w.-]{0,60}$/u;
const closing = new RegExp(`^${quotes}`, 'u');
const lineBefore = /[\r\n][ \t]{0,40}(?:-[ \t]{1,3})?["']?[\w.-]{0,60}$/u;
const lineAfter = /^[ \t]{0,3}(?:[\r\n]|$|[ \t]#)/u;

/**
 * Whether the words before an unquoted name make a quoted value after a colon a part of a sentence: `unexpected token: "export"`,
 * `no such secret: "checkout"`. Nobody quotes a password in a sentence but to give it away.
 */
function isProse(name: string, before: string): boolean {
  return !isPassword(name) && (/^pass$/iu.test(name) || /\w[ \t]{1,3}$/u.test(before));
}

/** Whether a line that holds an assignment alone sets a secret. `secret: checkout` only names one, as Kubernetes does; `API_TOKEN: …` is one. */
function isSetByLine(name: string, before: string): boolean {
  return isPassword(name) || (before.endsWith('_') && name === name.toUpperCase());
}

function isPassword(name: string): boolean {
  return /^(?:pass(?:word|wd|phrase)|pwd)$/iu.test(name);
}

function valuesOf(pattern: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(pattern), spanOfValue);
}

/** The value is the last thing that a pattern takes. */
function spanOfValue({ 0: match, index, groups }: RegExpExecArray): Span {
  const end = index + match.length;
  return { start: end - (groups?.value ?? '').length, end };
}

function cookiesOf(text: string): Span[] {
  return Array.from(text.matchAll(cookies)).flatMap(({ 0: match, index, groups }) => {
    const pairs = groups?.pairs ?? '';
    const offset = index + match.length - pairs.length;
    return Array.from(pairs.matchAll(cookie)).flatMap((pair) => {
      if (cookieAttribute.test(pair.groups?.name ?? '')) return [];
      const end = offset + pair.index + pair[0].length;
      return [{ start: end - (pair.groups?.value ?? '').length, end }];
    });
  });
}
