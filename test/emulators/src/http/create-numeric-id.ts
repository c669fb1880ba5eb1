import { createHash } from 'node:crypto';

function digest(parts: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/** Returns a positive id below 2^48, derived from the parts, so that it is the same in every process. */
export function createNumericId(...parts: (string | number)[]): number {
  return digest(parts).readUIntBE(0, 6) || 1;
}

/** Returns an opaque global id like GitHub's. */
export function createNodeId(kind: string, ...parts: (string | number)[]): string {
  return `${kind}_${digest([kind, ...parts])
    .toString('base64url')
    .slice(0, 16)}`;
}

/** Returns an id like PagerDuty's: `P` or `Q`, then 13 characters of A-Z and 0-9. */
export function createPagerDutyId(...parts: (string | number)[]): string {
  const text = BigInt(`0x${digest(parts).toString('hex')}`)
    .toString(36)
    .toUpperCase();
  return `Q${text.slice(0, 13).padEnd(13, '0')}`;
}

/** Returns 40 hexadecimal characters, like the hash of a git object. */
export function createObjectSha(...parts: (string | number)[]): string {
  return digest(parts).toString('hex').slice(0, 40);
}
