import { createHash } from 'node:crypto';

/** Returns the SHA-256 in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Returns the first 64 bits of SHA-256 as PostgreSQL's `bigint`, so that row digests can be summed in any order. */
export function fingerprint(text: string, more: Buffer): string {
  return createHash('sha256').update(text).update(more).digest().readBigInt64BE(0).toString();
}
