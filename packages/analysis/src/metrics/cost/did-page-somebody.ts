import type { Failure } from '@refrain/domain';

/**
 * Returns whether an incident paged somebody, which PagerDuty does for high urgency. Null if the urgency is unknown, as
 * for issues and imported records.
 */
export function didPageSomebody(urgency: Failure['urgency']): boolean | null {
  return urgency === null ? null : urgency.toLowerCase() === 'high';
}
