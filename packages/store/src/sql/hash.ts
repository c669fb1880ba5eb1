import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The first 64 bits of SHA-256 as PostgreSQL's `bigint`: digests of rows can then be summed in any order. */
export function fingerprint(text: string, more: Buffer): string {
  return createHash('sha256').update(text).update(more).digest().readBigInt64BE(0).toString();
}
