import type { Failure } from '@refrain/domain';

/**
 * Whether an incident woke or interrupted somebody: by PagerDuty's rules one of high urgency does until it is acknowledged.
 * Null where nothing tells, as for an issue or an imported record.
 */
export function paged(urgency: Failure['urgency']): boolean | null {
  return urgency === null ? null : urgency.toLowerCase() === 'high';
}
