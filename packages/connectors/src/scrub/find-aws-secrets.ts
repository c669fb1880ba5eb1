import type { Span } from './find-secrets.ts';
import { findWhole } from './find-values.ts';

/** Matches 40 characters of base64. JSON may escape their slashes. */
const secret = /(?:(?<![\w+/\\-])|(?<=\\[nrt]))(?:[A-Za-z\d+/]|\\\/){40}(?![\w+/=-]|\\\/)/gu;
const keyId = /(?:AKIA|ASIA)[A-Z\d]{16}/u;
/** The most characters between a secret and the id of its key, including the id itself. */
const nearby = 80 + 20;

/**
 * Finds the secrets near the id of an AWS access key. Only the id has a recognisable form; the secret looks like any
 * base64.
 */
export function findAwsSecrets(text: string): Span[] {
  if (!keyId.test(text)) return [];
  return findWhole(secret, text).filter(({ start, end }) => {
    const isRandom = [/[a-z]/u, /[A-Z]/u, /\d/u].every((kind) => kind.test(text.slice(start, end)));
    return (
      isRandom && keyId.test(`${text.slice(Math.max(0, start - nearby), start)}\n${text.slice(end, end + nearby)}`)
    );
  });
}
