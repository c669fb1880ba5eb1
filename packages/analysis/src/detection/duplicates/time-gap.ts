import type { Failure } from '@refrain/domain';

/**
 * Returns the time in ms from the end of the earlier failure to the beginning of the later one; 0 if they overlap. An
 * unresolved failure counts as having no duration.
 */
export function msBetween(a: Failure, b: Failure): number {
  const [first, second] = Date.parse(a.occurredAt) <= Date.parse(b.occurredAt) ? [a, b] : [b, a];
  const end = Math.max(Date.parse(first.occurredAt), Date.parse(first.resolvedAt ?? first.occurredAt));
  return Math.max(0, Date.parse(second.occurredAt) - end);
}
