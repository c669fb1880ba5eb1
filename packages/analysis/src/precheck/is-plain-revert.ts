import { readSubject } from '../detection/reverts/read-subject.ts';

/** Longest part of a title that is read, in characters. */
const titleLength = 500;

/**
 * Whether a change takes another one out: it is like what failed for that very reason, and nothing to be warned of. What takes a revert
 * back is none: it puts in again what had failed.
 */
export function isPlainRevert(title: string): boolean {
  return (readSubject(title.slice(0, titleLength).replace(/\s+/gu, ' '))?.depth ?? 0) % 2 === 1;
}
