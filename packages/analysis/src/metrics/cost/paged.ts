import type { Failure } from '@refrain/domain';

/**
 * Tells whether an incident paged somebody: PagerDuty notifies for high urgency until it is acknowledged. Returns null
 * if the urgency is unknown, as for issues and imported records.
 */
export function paged(urgency: Failure['urgency']): boolean | null {
  return urgency === null ? null : urgency.toLowerCase() === 'high';
}
