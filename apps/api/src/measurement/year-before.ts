import { dayInMs, type Instant } from '@refrain/domain';

const earliest = Date.parse('0001-01-01T00:00:00Z');

/** Since when a map tells unless asked otherwise: all who ask so share the kept one. */
export function yearBefore(until: Instant): Instant {
  return new Date(Math.max(Date.parse(until) - 365 * dayInMs, earliest)).toISOString();
}
