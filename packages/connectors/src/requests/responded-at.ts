import type { Instant } from '@refrain/domain';

/** When an answer was given, by the clock of who gave it: its `date` (RFC 9110, section 6.6.1); null where it has none that can be read. */
export function respondedAt(headers: Readonly<Record<string, string | number | undefined>>): Instant | null {
  const at = Date.parse(String(headers.date));
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
