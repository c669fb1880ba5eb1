import { createHash } from 'node:crypto';

/** Returns the first 128 bits of the content's SHA-256 hash as 32 hexadecimal digits. */
export function createShortHash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
