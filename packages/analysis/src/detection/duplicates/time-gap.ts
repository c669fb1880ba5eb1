import type { Failure } from '@refrain/domain';

/** Time in ms between the ends of two failures; 0 where they overlap. What is not resolved is a moment. */
export function gapBetween(a: Failure, b: Failure): number {
  const [first, second] = Date.parse(a.occurredAt) <= Date.parse(b.occurredAt) ? [a, b] : [b, a];
  const end = Math.max(Date.parse(first.occurredAt), Date.parse(first.resolvedAt ?? first.occurredAt));
  return Math.max(0, Date.parse(second.occurredAt) - end);
}
