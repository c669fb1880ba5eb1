import type { Instant } from '@refrain/domain';

/** Returns the time of a response by the server's `date` header; null if missing or invalid. */
export function readResponseTime(headers: Readonly<Record<string, string | number | undefined>>): Instant | null {
  const at = Date.parse(String(headers.date));
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
