import { findMatchSpans, findValueSpans, type Span } from './find-value-spans.ts';
import {
  consistsOfWords,
  isBasicAuthCredential,
  isNumberedWord,
  isSecretReference,
  isStateOrPlaceholder,
  looksLikeName,
  looksRandom,
} from './is-secret-value.ts';

const bearer = /(?<![a-z\d_])(?:bearer|basic)[ \t]{1,3}(?<value>[\w.~+/-]{16,2000}={0,2})/giu;
const authorization =
  /authorization["']?[ \t]{0,3}[:=]>?[ \t]{0,3}["']?[a-z]{1,20}[ \t]{1,3}(?<value>[\w.~+/=-]{8,2000})/giu;
/** Matches basic authentication in a header, in Docker's configuration, and in npm's configuration (`_auth`). */
const basic =
  /(?:authorization["']?[ \t]{0,3}[:=][ \t]{0,3}["']?basic[ \t]{1,3}|(?:"|\b)_?auth(?:\\{0,3}["'])?\s{0,5}[:=]\s{0,5}(?:\\{0,3}["'])?)(?<value>[\w+/-]{4,4000}={0,2})/giu;
/** Matches a password in an argument of Python or JavaScript: `auth=('bob', '…')`, `auth=HTTPBasicAuth("bob", "…")`. */
const authArgument =
  /\bauth[ \t]{0,3}[=:][ \t]{0,3}[\w.]{0,60}[([][ \t]{0,3}["'][^"'\n]{0,100}["'],[ \t]{0,3}["'](?<value>[^"'\n]{3,200})(?=["'])/gu;
/** Matches digest authentication (https://www.rfc-editor.org/rfc/rfc7616#section-3.4). */
const digest =
  /authorization["']?[ \t]{0,3}[:=][ \t]{0,3}["']?digest[ \t][^\n]{0,2000}?\bresponse=\\{0,3}["']?(?<value>[\da-f]{32,128})/giu;
const webToken =
  /(?<![A-Za-z\d])eyJ[\w-]{8,1000}\.(?:eyJ[\w-]{2,4000}(?:\.[\w-]{1,4000}){0,3}|[\w-]{0,4000}(?:\.[\w-]{16,4000}){1,3})/gu;
/** Matches custom headers with a key, such as `X-Acme-Key`, except cache and idempotency keys. */
const headerKey =
  /(?<![\w-])(?:x-(?!(?:cache|idempotency)-)(?:[a-z]{1,20}-){0,4}(?:key|token)|ssws)(?:["']?[ \t]{0,3}:|[ \t])[ \t]{0,3}["']?(?<value>[\w-]{20,200})/giu;
/** Matches GitHub tokens from before 2021, which have no prefix. */
const oldToken = /(?<![a-z])token[ \t]{1,3}(?<value>[\da-f]{40})(?![\da-f])/giu;
/** Matches URL parameters that grant access. */
const parameter =
  /(?:[?&]|&amp;|\\u0026)(?:access_token|(?:x-[a-z]{1,8}-)?sig(?:nature)?|token)=(?<value>[^\s&"'<>\\]{6,1000})/giu;
/** Matches URL parameters that grant access unless the value is a word: `?code=timeout` names an error. */
const ambiguousParameter =
  /(?:;jsessionid|(?:[?&#]|&amp;|\\u0026)(?:key|auth|code|(?:php)?sess(?:ion)?_?id|sid))=(?<value>[^\s&"'<>\\]{6,1000})/giu;
/** Matches URLs that grant access, such as invitations. */
const link =
  /\/(?:(?:password-)?reset(?:-password)?|invit(?:e|ation)s?|magic-link)\/(?<value>[\w-]{20,200})(?![\w-]|\.\w)/giu;
/** Matches private parameters of a JSON web key (https://www.rfc-editor.org/rfc/rfc7518#section-6). */
const webKey = /(?:\\{0,3}")(?:d|k|p|q|dp|dq|qi)\\{0,3}"\s{0,5}:\s{0,5}\\{0,3}"(?<value>[\w-]{30,2000})/gu;
const cookies = /cookie["']?[ \t]{0,3}:(?<pairs>[^\n]{1,4000})/giu;
const cookie = /(?<name>[\w.-]{1,100})=(?<value>[^\s;,"'\\]{6,4000})/gu;
/** Matches attributes of a cookie (https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1). */
const cookieAttribute = /^(?:path|domain|expires|max-age|samesite|priority)$/iu;

export function findHttpSecrets(text: string): Span[] {
  const find = (pattern: RegExp, isSecret: (value: string) => boolean) => findValueSpans(pattern, text, isSecret);
  return [
    ...findMatchSpans(webToken, text),
    ...[digest, oldToken].flatMap((pattern) => findValueSpans(pattern, text)),
    ...find(bearer, isRandom),
    ...find(authorization, isAuthorization),
    // Identifiers often contain hyphens or underscores; base64 rarely does.
    ...find(
      basic,
      (value) => isBasicAuthCredential(value) || (value.length >= 16 && isRandom(value) && !/[_-]/u.test(value)),
    ),
    ...find(authArgument, (value) => !isStateOrPlaceholder(value) && !isSecretReference(value)),
    ...find(headerKey, (value) => /\d/u.test(value) && isRandom(value)),
    ...find(parameter, (value) => !isStateOrPlaceholder(value) && !looksLikeName(value)),
    ...find(ambiguousParameter, (value) => !consistsOfWords(value) && !looksLikeName(value) && !isNumberedWord(value)),
    ...find(link, (value) => /\d/u.test(value) && isRandom(value)),
    ...(/\\?"kty\\?"/u.test(text) ? findValueSpans(webKey, text) : []),
    ...findCookies(text),
  ];
}

function isRandom(value: string): boolean {
  return looksRandom(value) && !looksLikeName(value);
}

/** Tells whether a value is a credential. A short value needs a digit, since “authorization: failed” is prose. */
function isAuthorization(value: string): boolean {
  if (looksLikeName(value) || consistsOfWords(value)) return false;
  return value.length >= 16 || (/\d/u.test(value) && !isNumberedWord(value));
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
