import type { Instant } from '@refrain/domain';

/** Converts a possibly fractional time in ms since 1970. */
export function toInstant(time: number): Instant {
  return new Date(Math.round(time)).toISOString();
}
