import { createHash, randomBytes } from 'node:crypto';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * Derives an id from its parts, so that equal data have equal ids in every installation.
 * @returns 24 characters of lower-case base32: the first 120 bits of the SHA-256 of the length-prefixed parts
 */
export function stableId(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return base32(hash.digest().subarray(0, 15));
}

/** Returns a random id in the form of `stableId`, for objects without a natural key. */
export function randomId(): string {
  return base32(randomBytes(15));
}

/** Encodes groups of 5 bytes: 40 bits become 8 characters. */
function base32(bytes: Buffer): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 5) {
    const bits = bytes.readUIntBE(start, 5);
    for (let shift = 35; shift >= 0; shift -= 5) text += alphabet[Math.floor(bits / 2 ** shift) % 32];
  }
  return text;
}
