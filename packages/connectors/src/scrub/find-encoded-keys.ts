import type { Span } from './find-secrets.ts';
import { findMatchSpans } from './find-value-spans.ts';

/** Matches the base64 encoding of PEM, in one line or in several, whose endings JSON may escape. */
const pem =
  /LS0tLS1CRUdJTi[\w+/-]{20,40000}(?:(?:\\r)?(?:\\n|\r?\n)[ \t]{0,40}[\w+/-]{60,200}){0,400}(?:(?:\\r)?(?:\\n|\r?\n)[ \t]{0,40}[\w+/-]{1,200}(?==))?={0,2}/gu;
const privateKey = /PRIVATE KEY/u;
const lineEnds = /\\[rn]|\s/gu;

export function findEncodedKeys(text: string): Span[] {
  if (!text.includes('LS0tLS1CRUdJTi')) return [];
  return findMatchSpans(pem, text).filter(({ start, end }) => {
    const encoded = text.slice(start, end).replace(lineEnds, '');
    return privateKey.test(Buffer.from(encoded, 'base64').toString());
  });
}
