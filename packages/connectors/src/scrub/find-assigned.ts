import type { Span } from './find-secrets.ts';

/** Between a name and its value: each may be quoted, also within a quoted text. */
const sign = String.raw`(?:\\?["'])?[ \t]{0,3}(?:=>|:=|[:=])[ \t]{0,3}(?:\\?["'])?`;
/** Ends before a quote and its backslash. */
const value = String.raw`(?<value>(?:[^\s"'\x60,;<>(){}[\]\\]|\\(?!["'])){6,4000})`;
const kindOfKey = 'access|account|api|app|auth|encryption|license|master|private|session|shared|signing|storage';
const name = `(?:pass(?:word|wd|phrase)|secret(?:[ _-]?key(?:[ _-]?base)?)?|token|credentials?|(?:${kindOfKey})[ _-]?key)`;
/** Not as the end of another word (`compass`), and not where tests say that they do (`PASS: case-12`). */
const shortName = String.raw`(?:[Pp](?:ass|wd)|P(?:ASS|WD))(?<=(?<![A-Za-z])[Pp]\w{2,3}|[a-z]P[a-z]{2,3})(?<!(?<![\w-])[Pp](?:ass|ASS)(?=:[ \t]{0,3}[^\s"'\\]))`;

/** A name that says that its value is a secret, whatever it is joined to (`dbPassword`, `PGPASSWORD`), and the value. */
const assigned = new RegExp(`${name}${sign}${value}`, 'giu');
const shortAssigned = new RegExp(`${shortName}${sign}${value}`, 'gu');
const option = new RegExp(String.raw`(?<![\w-])--?(?:\w{1,20}-){0,3}${name}[ \t]{1,3}["']?${value}`, 'giu');
const bearer = /(?<![a-z\d_])(?:bearer|basic)[ \t]{1,3}(?<value>[\w.~+/-]{16,2000}={0,2})/giu;
/** A signed JSON web token: header, claims and signature. */
const webToken = /\b(?<value>eyJ[\w-]{8,1000}\.[\w-]{4,4000}\.[\w-]{16,1000})/gu;
/** Parameters of an address that let in whoever has it. */
const parameter =
  /(?:[?&]|&amp;|\\u0026)(?:access_token|(?:x-[a-z]{1,8}-)?sig(?:nature)?|token|key|auth|code)=(?<value>[^\s&"'<>\\]{6,1000})/giu;
const cookies = /cookie["']?[ \t]{0,3}:(?<pairs>[^\n]{1,4000})/giu;
const cookie = /(?<name>[\w.-]{1,100})=(?<value>[^\s;,"'\\]{6,4000})/gu;
/** What a server says of its cookie: https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1 */
const cookieAttribute = /^(?:path|domain|expires|max-age|samesite|priority)$/iu;

/**
 * Secrets by what stands before them, which no pattern of a known key can see: `password=…`, `Authorization: Bearer …`.
 * A value that is a word of prose, such as `token: expired`, stays.
 */
export function findAssigned(text: string): Span[] {
  const sure = [bearer, webToken, parameter].flatMap((pattern) => valuesOf(pattern, text));
  const likely = [assigned, shortAssigned, option].flatMap((pattern) => valuesOf(pattern, text));
  return [...sure, ...[...likely, ...cookiesOf(text)].filter(({ start, end }) => looksRandom(text.slice(start, end)))];
}

/** The value is the last thing that a pattern takes. */
function valuesOf(pattern: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index, groups }) => {
    const end = index + match.length;
    return { start: end - (groups?.value ?? '').length, end };
  });
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

/** Prose has letters of one case and no digits; a path or a template says where a secret is and not what it is. */
function looksRandom(value: string): boolean {
  if (/^(?:[$%./~]|https?:)/u.test(value)) return false;
  return /\d/u.test(value) || (/[a-z]/u.test(value) && /[A-Z]/u.test(value.slice(1))) || /[!#$%^&*+=]/u.test(value);
}
