import { dayInMs, type Instant } from '@refrain/domain';

/** Since when a map tells unless asked otherwise: all who ask so share the kept one. */
export function yearBefore(until: Instant): Instant {
  return new Date(Date.parse(until) - 365 * dayInMs).toISOString();
}
