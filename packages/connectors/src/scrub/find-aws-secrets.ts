import type { Span } from './find-secrets.ts';
import { findWhole } from './find-values.ts';

/** 40 characters of base64, of which JSON may escape the slashes. */
const secret = /(?:(?<![\w+/\\-])|(?<=\\[nrt]))(?:[A-Za-z\d+/]|\\\/){40}(?![\w+/=-]|\\\/)/gu;
const keyId = /(?:AKIA|ASIA)[A-Z\d]{16}/u;
/** Characters between a secret and the id of its key, and those of the id itself. */
const nearby = 80 + 20;

/**
 * Finds the secrets that stand near the id of an AWS access key. Only the id has a form of its own; the secret looks like any base64.
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
