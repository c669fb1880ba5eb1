import type { Span } from './find-secrets.ts';
import { findWhole } from './find-values.ts';

/**
 * Matches base64 of `-----BEGIN`, in one line or in several of equal length as `base64` writes them. JSON may escape
 * the line ends.
 */
const pem =
  /LS0tLS1CRUdJTi[\w+/-]{20,40000}(?:(?:\\r)?(?:\\n|\r?\n)[ \t]{0,40}[\w+/-]{60,200}){0,400}(?:(?:\\r)?(?:\\n|\r?\n)[ \t]{0,40}[\w+/-]{1,200}(?==))?={0,2}/gu;
const privateKey = /PRIVATE KEY/u;
const lineEnds = /\\[rn]|\s/gu;

/** Finds base64-encoded PEM private keys, as in a kubeconfig (`client-key-data`) or a Kubernetes secret (`tls.key`). */
export function findEncodedKeys(text: string): Span[] {
  if (!text.includes('LS0tLS1CRUdJTi')) return [];
  return findWhole(pem, text).filter(({ start, end }) => {
    const encoded = text.slice(start, end).replace(lineEnds, '');
    return privateKey.test(Buffer.from(encoded, 'base64').toString());
  });
}
