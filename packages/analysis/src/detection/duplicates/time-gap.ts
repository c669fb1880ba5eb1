import type { Failure } from '@refrain/domain';

/** Returns the time in ms between two failures; 0 if they overlap. Unresolved failures count as having no duration. */
export function msBetweenFailures(a: Failure, b: Failure): number {
  const [first, second] = Date.parse(a.occurredAt) <= Date.parse(b.occurredAt) ? [a, b] : [b, a];
  const end = Math.max(Date.parse(first.occurredAt), Date.parse(first.resolvedAt ?? first.occurredAt));
  return Math.max(0, Date.parse(second.occurredAt) - end);
}
