import { parseRevertTitle } from '../detection/reverts/parse-revert-title.ts';

const maxTitleLength = 500;

/**
 * Tells whether a change reverts another. A revert resembles the change that failed, but deserves no warning. A revert
 * of a revert deserves one, because it reintroduces the change that failed.
 */
export function isPlainRevert(title: string): boolean {
  return (parseRevertTitle(title.slice(0, maxTitleLength).replace(/\s+/gu, ' '))?.depth ?? 0) % 2 === 1;
}
