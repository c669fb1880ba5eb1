import { dayInMs, type Failure } from '@refrain/domain';

const maxRecentMs = dayInMs;
/** An older incident without an end was probably never closed at its source. */
const maxOpenMs = 30 * dayInMs;

/**
 * Returns whether a text that repeats a stored failure probably describes that failure instead of a new one: the failure began
 * within the last day, or it is an incident of the last 30 days that is still open.
 * @param now in milliseconds
 */
export function isSameIncident(
  { kind, occurredAt, resolvedAt, precision }: Pick<Failure, 'kind' | 'occurredAt' | 'resolvedAt' | 'precision'>,
  now: number,
): boolean {
  if (precision !== 'instant') return false;
  const age = now - Date.parse(occurredAt);
  return age < maxRecentMs || (kind === 'incident' && resolvedAt === null && age < maxOpenMs);
}
