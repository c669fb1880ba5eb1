const zone = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/iu;
const isoDay = /^\d{4}-\d{2}-\d{2}$/u;
const isoTime = /^\d{4}-\d{2}-\d{2}T[\d:.]+$/u;

/** Milliseconds since 1970 of a date as records write it, in UTC where it names no zone; null where it is none. */
export function readStart(text: string): number | null {
  const trimmed = text.trim();
  const hasZone = isoDay.test(trimmed) || zone.test(trimmed);
  const time = Date.parse(hasZone ? trimmed : `${trimmed}${isoTime.test(trimmed) ? 'Z' : ' UTC'}`);
  return Number.isNaN(time) ? null : time;
}
