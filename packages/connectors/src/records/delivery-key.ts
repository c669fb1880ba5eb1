import { createHash } from 'node:crypto';

/** Returns 128 bits of SHA-256 as 32 hexadecimal digits. Identifies a content within one connection. */
export function digestOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
