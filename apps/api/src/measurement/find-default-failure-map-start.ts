import { dayInMs, type Instant } from '@refrain/domain';

const earliest = Date.parse('0001-01-01T00:00:00Z');

/** Returns the default start of a failure map. Requests without a start share a cached map. */
export function findDefaultFailureMapStart(until: Instant): Instant {
  return new Date(Math.max(Date.parse(until) - 365 * dayInMs, earliest)).toISOString();
}
