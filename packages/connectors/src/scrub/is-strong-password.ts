import { looksRandom } from './is-secret-value.ts';

const kinds = [/[a-z]/u, /[A-Z]/u, /\d/u];
const word = /[A-Z]?[a-z]{2,}|[A-Z]{3,}/gu;
const separators = /[-_./:]/gu;
const version = /^v?\d{1,9}(?:\.\d{1,9}){1,3}(?:[-+][\w.-]{1,60})?$/iu;
/** Matches characters that identifiers and file names do not contain. */
const specialCharacter = /[!#$%^&*+=@?]/u;
/** Maximum share of characters that are in words. Identifiers exceed it (`getS3ClientV2`), random texts do not. */
const maxWordShare = 0.6;

/**
 * Tells whether a value in prose must be a password: eight or more characters with letters of both cases and digits,
 * and not joined words (`TestCheckoutV2`).
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
