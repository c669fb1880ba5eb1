import type { Span } from './find-secrets.ts';
import { findValues, findWhole } from './find-values.ts';
import {
  isBasicCredential,
  isName,
  isNumberedWord,
  isReference,
  isStateOrPlaceholder,
  isWords,
  looksRandom,
} from './is-secret-value.ts';

const bearer = /(?<![a-z\d_])(?:bearer|basic)[ \t]{1,3}(?<value>[\w.~+/-]{16,2000}={0,2})/giu;
/** The header of an HTTP request, whatever its scheme is called. */
const authorization =
  /authorization["']?[ \t]{0,3}[:=]>?[ \t]{0,3}["']?[a-z]{1,20}[ \t]{1,3}(?<value>[\w.~+/=-]{8,2000})/giu;
/** Basic authentication of short names and passwords: in a header, in the configuration of Docker, and as `_auth` in that of npm. */
const basic =
  /(?:authorization["']?[ \t]{0,3}[:=][ \t]{0,3}["']?basic[ \t]{1,3}|(?:"|\b)_?auth(?:\\{0,3}["'])?\s{0,5}[:=]\s{0,5}(?:\\{0,3}["'])?)(?<value>[\w+/-]{4,4000}={0,2})/giu;
/** The argument of a library of Python or JavaScript: `auth=('bob', '…')`, `auth=HTTPBasicAuth("bob", "…")`. */
const authArgument =
  /\bauth[ \t]{0,3}[=:][ \t]{0,3}[\w.]{0,60}[([][ \t]{0,3}["'][^"'\n]{0,100}["'],[ \t]{0,3}["'](?<value>[^"'\n]{3,200})(?=["'])/gu;
/** https://www.rfc-editor.org/rfc/rfc7616#section-3.4 */
const digest =
  /authorization["']?[ \t]{0,3}[:=][ \t]{0,3}["']?digest[ \t][^\n]{0,2000}?\bresponse=\\{0,3}["']?(?<value>[\da-f]{32,128})/giu;
/** A JSON web token: header, claims and perhaps a signature, or the five parts of an encrypted one. */
const webToken =
  /(?<![A-Za-z\d])eyJ[\w-]{8,1000}\.(?:eyJ[\w-]{2,4000}(?:\.[\w-]{1,4000}){0,3}|[\w-]{0,4000}(?:\.[\w-]{16,4000}){1,3})/gu;
/** Headers with a key of one's own, such as `X-Acme-Key`. Keys of caches and of repeated requests are no secrets. */
const headerKey =
  /(?<![\w-])(?:x-(?!(?:cache|idempotency)-)(?:[a-z]{1,20}-){0,4}(?:key|token)|ssws)(?:["']?[ \t]{0,3}:|[ \t])[ \t]{0,3}["']?(?<value>[\w-]{20,200})/giu;
/** Personal tokens of GitHub had no prefix until 2021. */
const oldToken = /(?<![a-z])token[ \t]{1,3}(?<value>[\da-f]{40})(?![\da-f])/giu;
/** Parameters of an address that let in whoever has it. */
const parameter =
  /(?:[?&]|&amp;|\\u0026)(?:access_token|(?:x-[a-z]{1,8}-)?sig(?:nature)?|token)=(?<value>[^\s&"'<>\\]{6,1000})/giu;
/** Parameters that do so only where their value is no word: `?code=timeout` names an error. */
const ambiguousParameter =
  /(?:;jsessionid|(?:[?&#]|&amp;|\\u0026)(?:key|auth|code|(?:php)?sess(?:ion)?_?id|sid))=(?<value>[^\s&"'<>\\]{6,1000})/giu;
/** A link that lets in whoever has it. */
const link =
  /\/(?:(?:password-)?reset(?:-password)?|invit(?:e|ation)s?|magic-link)\/(?<value>[\w-]{20,200})(?![\w-]|\.\w)/giu;
/** The private members of a JSON web key: https://www.rfc-editor.org/rfc/rfc7518#section-6 */
const webKey = /(?:\\{0,3}")(?:d|k|p|q|dp|dq|qi)\\{0,3}"\s{0,5}:\s{0,5}\\{0,3}"(?<value>[\w-]{30,2000})/gu;
const cookies = /cookie["']?[ \t]{0,3}:(?<pairs>[^\n]{1,4000})/giu;
const cookie = /(?<name>[\w.-]{1,100})=(?<value>[^\s;,"'\\]{6,4000})/gu;
/** What a server says of its cookie: https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1 */
const cookieAttribute = /^(?:path|domain|expires|max-age|samesite|priority)$/iu;

/** Finds the secrets of HTTP: in headers, parameters of addresses and cookies. */
export function findHttpSecrets(text: string): Span[] {
  const find = (pattern: RegExp, isSecret: (value: string) => boolean) =>
    findValues(pattern, text).filter(({ start, end }) => isSecret(text.slice(start, end)));
  return [
    ...findWhole(webToken, text),
    ...[digest, oldToken].flatMap((pattern) => findValues(pattern, text)),
    ...find(bearer, isRandom),
    ...find(authorization, isAuthorization),
    ...find(basic, (value) => isBasicCredential(value) || (value.length >= 16 && isRandom(value) && !isSlug(value))),
    ...find(authArgument, (value) => !isStateOrPlaceholder(value) && !isReference(value)),
    ...find(headerKey, (value) => /\d/u.test(value) && isRandom(value)),
    ...find(parameter, (value) => !isStateOrPlaceholder(value) && !isName(value)),
    ...find(ambiguousParameter, (value) => !isWords(value) && !isName(value) && !isNumberedWord(value)),
    ...find(link, (value) => /\d/u.test(value) && isRandom(value)),
    ...(/\\?"kty\\?"/u.test(text) ? findValues(webKey, text) : []),
    ...findCookies(text),
  ];
}

function isRandom(value: string): boolean {
  return looksRandom(value) && !isName(value);
}

/** A short value has to have a digit, since the word after `authorization` need not be a scheme. */
function isAuthorization(value: string): boolean {
  if (isName(value) || isWords(value)) return false;
  return value.length >= 16 || (/\d/u.test(value) && !isNumberedWord(value));
}

/** Whether a value is joined by hyphens or underscores, as names and identifiers are and base64 hardly is. */
function isSlug(value: string): boolean {
  return /[_-]/u.test(value);
}

function findCookies(text: string): Span[] {
  return Array.from(text.matchAll(cookies)).flatMap(({ 0: match, index, groups }) => {
    const pairs = groups?.pairs ?? '';
    const offset = index + match.length - pairs.length;
    return Array.from(pairs.matchAll(cookie)).flatMap((pair) => {
      const { name = '', value = '' } = pair.groups ?? {};
      if (cookieAttribute.test(name) || !looksRandom(value)) return [];
      const end = offset + pair.index + pair[0].length;
      return [{ start: end - value.length, end }];
    });
  });
}
