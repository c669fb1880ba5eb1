import { secretNamePattern } from './secret-names.ts';

const states = [
  'absent|accepted|active|added|allowed|available|blank|bool|boolean|changed|configured|correct|created|default',
  'deleted|denied|deprecated|disabled|empty|enabled|encrypted|error|exists|expired|expires|exposed|failed|failure',
  'false|forbidden|found|generated|granted|inactive|incorrect|integer|invalid|invalidated|issued|leaked|lost',
  'malformed|mandatory|mismatch|missing|needed|never|none|null|number|object|ok|optional|outdated|passed|pending',
  'present|protected|provided|refreshed|rejected|renewed|required|reset|revoked|rotated|set|stale|string|success',
  'abgelaufen|erforderlich|falsch|ungültig|expirée?|incorrecte|invalide|requis|incorrecta|inválida|requerida|vencida',
  'obrigatóri[ao]|incorret[ao]|expirad[ao]|ongeldig|onjuist|vereist|verlopen|błędne|nieprawidłowe|wymagane|felaktigt|ogiltigt',
  'feil|forkert|ugyldig|påkrevd|neplatné|nesprávné|geçersiz|hatalı|yanlış|greșită|invalidă|virheellinen|hibás|érvénytelen',
  'невер(?:ен|ный|но)|ист[её]к|обязателен',
  'true|unauthorized|unavailable|unchanged|undefined|unknown|unset|unused|updated|used|valid|verified|wrong',
];
const placeholders =
  'changeme|example|filtered|hidden|masked|omitted|placeholder|redacted|removed|your[_-][\\w-]{1,60}';
const state = new RegExp(
  `^(?:(?:already|been|has|is|must|no|not|was)[_-]?){0,3}(?:${states.join('|')}|${placeholders})[.!?:]{0,3}$`,
  'iu',
);
const masked = /^([x*.•#_-])\1{2,}$/iu;
const ownMark = '[secret]';

/** Matches a variable named after a secret (`self.password`, `github_token`). */
const variable = new RegExp(`(?:^|[._>:])(?:${secretNamePattern}|pass|pwd)$`, 'iu');

/**
 * Matches a variable (`$NAME`, `%NAME%`), a template (`${…}`, `{{…}}`, `<%=…`, `%s`), a path or a URL. A value with
 * other special characters, such as `$tr0ng!`, is a password.
 */
const reference =
  /^(?:\$(?:\d{0,2}|[A-Za-z_][\w.$/:>-]*)(?:[\s)\]}]|$)|\$[({[]|%(?:[A-Za-z_]\w{0,60}%(?!\w)|[a-z]$|[a-z]\W|[({])|\{[{%]|<%|[/~.][\w./:@-]*$|https?:)/u;

/** Matches a password that begins like a path but has one segment of mixed characters: `~S3cretPass`. */
const signedPassword = /^[/~.](?=[a-z\d]{0,60}[A-Z])(?=[A-Z\d]{0,60}[a-z])(?=[A-Za-z]{0,60}\d)[A-Za-z\d]{8,60}$/u;

/** Tells whether a value is the state of a secret (`expired`, `unset`) or a placeholder (`****`, `REDACTED`). */
export function isStateOrPlaceholder(value: string): boolean {
  return state.test(value) || masked.test(value) || value === ownMark;
}

/** Tells whether a value refers to a secret by a path, template, URL or variable. */
export function isSecretReference(value: string): boolean {
  return /^(?:[$%./~:]|\{\{|https?:)/u.test(value) || variable.test(value);
}

/** Tells whether a value cannot be a word of prose, because it has a digit, a special character or mixed case. */
export function looksRandom(value: string): boolean {
  if (reference.test(value)) return signedPassword.test(value);
  return /\d/u.test(value) || (/[a-z]/u.test(value) && /[A-Z]/u.test(value.slice(1))) || /[!#$%^&*+=]/u.test(value);
}

const maxWordsLength = 60;
const maxPartLength = 30;
/** Matches upper-case words, or camel case of words with at least two letters: `TIMEOUT`, `checkoutFailed`. */
const words = /^(?:[A-Z]{2,}|[A-Z]?[a-z]{2,}(?:[A-Z][a-z]{2,}){0,7})$/u;

export function consistsOfWords(value: string): boolean {
  return partsOf(value).every((part) => words.test(part));
}

const nameWord = /^[A-Z]?[a-z]{2,}$/u;
/** Matches a part of a name: a word, optionally with a number, or a number. */
const namePart = /^(?:[A-Z]?[a-z]+\d{0,4}|\d{1,4})$/u;

/** Tells whether a value looks like a name: `db-credentials-v2`, `us-east-1`, `kid-2024-01`. */
export function looksLikeName(value: string): boolean {
  const parts = partsOf(value);
  return parts.length > 1 && nameWord.test(parts[0] ?? '') && parts.every((part) => namePart.test(part));
}

/** Tells whether a value is a word with a number, such as `E12345` or `orders2024`. */
export function isNumberedWord(value: string): boolean {
  return /^(?:[A-Z]{1,10}[-_]?\d{1,6}|[A-Z]?[a-z]{3,20}\d{1,4})[.,;:!?]?$/u.test(value);
}

/** Splits a name into parts. A value that is too long for a name yields one empty part, which matches no word. */
function partsOf(value: string): string[] {
  if (value.length > maxWordsLength) return [''];
  const [word = ''] = value.split(/[.,;:!?)\]]{1,3}$/u, 1);
  const parts = word.split(/[-_.]/u);
  return parts.some((part) => part.length > maxPartLength) ? [''] : parts;
}

/** Matches words of messages about passwords that rarely occur in passphrases. */
const proseWord =
  /(?<!\S)(?:are|at|be|can(?:not)?|characters?|confirm|contains?|do(?:es)?|enter|for|from|ha[sd]|have|incorrect|invalid|is|least|match|may|missing|must|new|not?|of|old|only|or|passwords?|please|required?|should|the|this|to|too|was|were|will|with|wrong|your?)(?![^\s.,;:!?])/iu;

/** Tells whether several words are a message, such as `cannot be blank`, and not a passphrase. */
export function isPasswordMessage(value: string): boolean {
  return /\s/u.test(value) && proseWord.test(value);
}

/** Tells whether a value is base64 of `user:password`. */
export function isBasicAuthCredential(value: string): boolean {
  return /^[\x20-\x7e\u00a0-\uffff]*$/u.test(decode(value)) && /^[^:]{0,200}:[^:]/u.test(decode(value));
}

function decode(value: string): string {
  return Buffer.from(value, 'base64').toString();
}

const kinds = [/[a-z]/u, /[A-Z]/u, /\d/u];
const word = /[A-Z]?[a-z]{2,}|[A-Z]{3,}/gu;
const separators = /[-_./:]/gu;
const version = /^v?\d{1,9}(?:\.\d{1,9}){1,3}(?:[-+][\w.-]{1,60})?$/iu;
/** Matches characters that identifiers and file names do not contain. */
const specialCharacter = /[!#$%^&*+=@?]/u;
/** Maximum share of a random text's characters that form words. Identifiers exceed it (`getS3ClientV2`). */
const maxWordShare = 0.6;

/**
 * Tells whether a value in prose must be a password: at least eight mixed characters that are not joined words
 * (`TestCheckoutV2`).
 */
export function isStrongPassword(value: string): boolean {
  if (value.length < 8 || !kinds.every((kind) => kind.test(value))) return false;
  if (!looksRandom(value) || isVersionNumber(value)) return false;
  const joined = value.replace(separators, '');
  const explanation = Array.from(joined.matchAll(word)).filter(({ 0: found }) => found.length >= 3);
  const length = explanation.reduce((sum, { 0: found }) => sum + found.length, 0);
  return specialCharacter.test(value) || length / joined.length < maxWordShare;
}

export function isVersionNumber(value: string): boolean {
  return version.test(value);
}

/** Tells whether a short value has a digit and two other kinds of characters, as only passwords have: `aB3$`. */
export function isShortPassword(value: string): boolean {
  return /\d/u.test(value) && [...kinds, specialCharacter].filter((kind) => kind.test(value)).length >= 3;
}
