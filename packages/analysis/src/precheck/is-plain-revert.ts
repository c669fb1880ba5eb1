import { readSubject } from '../detection/reverts/read-subject.ts';

/** In characters; the rest of a title is ignored. */
const titleLength = 500;

/**
 * Tells whether a change reverts another one. Reverts resemble the failed change by nature and deserve no warning. A
 * revert of a revert does not count, because it reintroduces what had failed.
 */
export function isPlainRevert(title: string): boolean {
  return (readSubject(title.slice(0, titleLength).replace(/\s+/gu, ' '))?.depth ?? 0) % 2 === 1;
}
