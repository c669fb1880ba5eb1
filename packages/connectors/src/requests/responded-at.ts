import type { Instant } from '@refrain/domain';

/**
 * Returns when a response was sent by the server's clock: its `date` header (RFC 9110, section 6.6.1); null if it is
 * missing or unreadable.
 */
export function respondedAt(headers: Readonly<Record<string, string | number | undefined>>): Instant | null {
  const at = Date.parse(String(headers.date));
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
