import { createHash } from 'node:crypto';

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Returns the first 64 bits of the SHA-256 as a `bigint` of PostgreSQL, so that row digests can be summed. */
export function createFingerprint(text: string, more: Buffer): string {
  return createHash('sha256').update(text).update(more).digest().readBigInt64BE(0).toString();
}
