import type { Failure } from '@refrain/domain';

/** Returns the time between two failures in ms, or 0 if they overlap. An unresolved failure has no duration. */
export function msBetween(a: Failure, b: Failure): number {
  const [first, second] = Date.parse(a.occurredAt) <= Date.parse(b.occurredAt) ? [a, b] : [b, a];
  const end = Math.max(Date.parse(first.occurredAt), Date.parse(first.resolvedAt ?? first.occurredAt));
  return Math.max(0, Date.parse(second.occurredAt) - end);
}
