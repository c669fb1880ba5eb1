import type { Failure } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';

/** A failure that describes the same event as another failure, its primary. */
export interface DuplicateFailure {
  readonly failureId: string;
  /** Id of the primary, which is not a duplicate itself. */
  readonly duplicateOf: string;
}

/** States that the failure `from` is a duplicate of `to`, which may be a duplicate of a further failure. */
export interface DuplicateMatch {
  readonly from: Failure;
  readonly to: Failure;
}

/** Returns the time in ms between two failures; 0 if they overlap. Unresolved failures count as having no duration. */
export function msBetweenFailures(a: Failure, b: Failure): number {
  const [first, second] = Date.parse(a.occurredAt) <= Date.parse(b.occurredAt) ? [a, b] : [b, a];
  const end = Math.max(Date.parse(first.occurredAt), Date.parse(first.resolvedAt ?? first.occurredAt));
  return Math.max(0, Date.parse(second.occurredAt) - end);
}

/** Normalises a URL for comparison: in lower case, without scheme, `www.`, query, fragment, branch and last slash. */
export function normaliseUrl(url: string): string {
  return url
    .slice(0, 2_000)
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/[?#].*$/su, '')
    .replace(/\/blob\/[^/]+\//u, '/blob/')
    .replace(/\/+$/u, '');
}

export function groupFailuresByUrl<T extends { readonly url: string | null }>(values: readonly T[]): Map<string, T[]> {
  return groupBy(values, ({ url }) => (url === null ? [] : [normaliseUrl(url)]));
}
