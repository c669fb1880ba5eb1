const zone = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/iu;
const isoDay = /^\d{4}-\d{2}-\d{2}$/u;
const isoTime = /^\d{4}-\d{2}-\d{2}T[\d:.]+$/u;

/** Parses a date to milliseconds since 1970, in UTC unless it names a time zone. Returns null for an invalid date. */
export function readStart(text: string): number | null {
  const trimmed = text.trim();
  const hasZone = isoDay.test(trimmed) || zone.test(trimmed);
  const time = Date.parse(hasZone ? trimmed : `${trimmed}${isoTime.test(trimmed) ? 'Z' : ' UTC'}`);
  return Number.isNaN(time) ? null : time;
}
