import type { Span } from './find-secrets.ts';
import { findMatchSpans } from './find-value-spans.ts';

/** Matches 40 characters of base64, in which JSON may escape slashes. */
const secret = /(?:(?<![\w+/\\-])|(?<=\\[nrt]))(?:[A-Za-z\d+/]|\\\/){40}(?![\w+/=-]|\\\/)/gu;
const keyId = /(?:AKIA|ASIA)[A-Z\d]{16}/u;
const nearby = 80 + 20;

/** Finds secrets near an AWS access key id, because without the id they look like any base64. */
export function findAwsSecrets(text: string): Span[] {
  if (!keyId.test(text)) return [];
  return findMatchSpans(secret, text).filter(({ start, end }) => {
    const isRandom = [/[a-z]/u, /[A-Z]/u, /\d/u].every((kind) => kind.test(text.slice(start, end)));
    return (
      isRandom && keyId.test(`${text.slice(Math.max(0, start - nearby), start)}\n${text.slice(end, end + nearby)}`)
    );
  });
}
