import { createHash } from 'node:crypto';

function digest(parts: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/** A positive id under 2^48 that is the same in every run. */
export function numericId(...parts: (string | number)[]): number {
  return digest(parts).readUIntBE(0, 6) || 1;
}

/** GitHub's global id: opaque text. */
export function nodeId(kind: string, ...parts: (string | number)[]): string {
  return `${kind}_${digest([kind, ...parts])
    .toString('base64url')
    .slice(0, 16)}`;
}

/** An object id of PagerDuty's form: `P` or `Q`, then 13 of A-Z and 0-9. */
export function pagerDutyId(...parts: (string | number)[]): string {
  const text = BigInt(`0x${digest(parts).toString('hex')}`)
    .toString(36)
    .toUpperCase();
  return `Q${text.slice(0, 13).padEnd(13, '0')}`;
}

/** 40 hexadecimal characters, as a git object has. */
export function objectSha(...parts: (string | number)[]): string {
  return digest(parts).toString('hex').slice(0, 40);
}
