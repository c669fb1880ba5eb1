import type { Instant } from '@refrain/domain';

/** @param time in milliseconds since 1970, also parts of one */
export function toInstant(time: number): Instant {
  return new Date(Math.round(time)).toISOString();
}
