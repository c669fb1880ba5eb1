import { type ConnectionHealth, type Instant, minuteInMs } from '@refrain/domain';
import { streamPassOverlapMs } from '@refrain/store';

/** Describes a credential's missing permissions, the consequence of each and what to do; null if none is missing. */
export function describeMissingPermissions(missing: ConnectionHealth['missing']): string | null {
  const needed = missing.filter(({ isOptional }) => isOptional !== true);
  if (needed.length === 0) return null;
  const each = needed.map(({ permission, costs }) => `${permission} (costs ${costs})`).join(', ');
  return `The credential lacks ${each}: give it that and it is seen within minutes, or connect again with another one`;
}

/**
 * If the clock is ahead by more than the overlap of two passes over a stream, a sync misses records. The owner is
 * warned at half of the overlap.
 */
const tolerableMs = streamPassOverlapMs / 2;

/**
 * Describes how far the clock of PostgreSQL differs from the provider's, and what to do. Returns null if the clocks agree, or if
 * the provider's time is unknown.
 * @param respondedAt the present time by the provider's clock
 * @param now the time of PostgreSQL, which all processes use
 */
export function describeClockDifference(respondedAt: Instant | null, now: number): string | null {
  if (respondedAt === null) return null;
  const aheadMs = now - Date.parse(respondedAt);
  if (Math.abs(aheadMs) <= tolerableMs) return null;
  const minutes = Math.round(Math.abs(aheadMs) / minuteInMs);
  const where = aheadMs > 0 ? 'ahead of' : 'behind';
  return `The clock of PostgreSQL is ${minutes} minutes ${where} the provider's, so that what is new may be missed: set the clock of its machine by NTP, and it is seen within minutes`;
}
