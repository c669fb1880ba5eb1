import { looksRandom } from './is-secret-value.ts';

const kinds = [/[a-z]/u, /[A-Z]/u, /\d/u];
const word = /[A-Z]?[a-z]{2,}|[A-Z]{3,}/gu;
const separators = /[-_./:]/gu;
const version = /^v?\d{1,9}(?:\.\d{1,9}){1,3}(?:[-+][\w.-]{1,60})?$/iu;
/** A sign that identifiers and names of files do not have. */
const specialCharacter = /[!#$%^&*+=@?]/u;
/** The share of its characters that words have in an identifier (`getS3ClientV2`), and do not have in a random text. */
const maxWordShare = 0.6;

/**
 * Whether a value between words of prose can be nothing but a password: at least eight characters with letters of both cases and
 * digits, and not words that are joined (`TestCheckoutV2`, `SHA256-hashed`).
 */
export function isStrongPassword(value: string): boolean {
  if (value.length < 8 || !kinds.every((kind) => kind.test(value))) return false;
  if (!looksRandom(value) || isVersion(value)) return false;
  const joined = value.replace(separators, '');
  const explanation = Array.from(joined.matchAll(word)).filter(({ 0: found }) => found.length >= 3);
  const length = explanation.reduce((sum, { 0: found }) => sum + found.length, 0);
  return specialCharacter.test(value) || length / joined.length < maxWordShare;
}

export function isVersion(value: string): boolean {
  return version.test(value);
}

/** Whether a short value has a digit and two other kinds of characters, as only a password has: `aB3$`. */
export function isShortPassword(value: string): boolean {
  return /\d/u.test(value) && [...kinds, specialCharacter].filter((kind) => kind.test(value)).length >= 3;
}
