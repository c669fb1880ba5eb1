import { minuteInMs } from '@refrain/domain';

const written = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?(?<offset>Z|[+-]\d\d:?\d\d)?$/u;

/**
 * Parses an ISO 8601 time like PagerDuty, into milliseconds since 1970. A time without an offset is in `timeZone` (an IANA name). Returns
 * NaN for an invalid time or zone.
 */
export function parseIsoTime(text: string, timeZone: string): number {
  const offset = written.exec(text)?.groups?.offset;
  if (!written.test(text)) return Number.NaN;
  if (offset !== undefined) return Date.parse(text);
  const asUtc = Date.parse(text.includes('T') ? `${text}Z` : `${text}T00:00:00Z`);
  if (Number.isNaN(asUtc) || !isTimeZone(timeZone)) return Number.NaN;
  const guess = asUtc - offsetAt(asUtc, timeZone);
  // Use the offset at `guess`, because the zone's clocks may have changed between `asUtc` and `guess`.
  return asUtc - offsetAt(guess, timeZone);
}

/** Parses a time like `parseIsoTime`, but returns NaN unless it is explicitly in UTC, as filters of change events require. */
export function parseUtcTime(text: string): number {
  return /(?:Z|[+-]00:?00)$/u.test(text) ? parseIsoTime(text, 'UTC') : Number.NaN;
}

/** Returns by how many milliseconds the zone's clocks are ahead of UTC. */
function offsetAt(at: number, timeZone: string): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?/u.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minuteInMs;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
