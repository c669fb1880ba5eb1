import type { Instant } from '@refrain/domain';

/** Converts a time in ms since 1970, possibly with a fraction, to an instant. */
export function msToInstant(time: number): Instant {
  return new Date(Math.round(time)).toISOString();
}
