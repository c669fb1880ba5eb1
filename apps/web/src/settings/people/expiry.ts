/** Returns the instant at which a day (`2026-05-04`) ends in the viewer's time zone; null for an invalid day. */
export function findEndOfDay(day: string): string | null {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return null;
  return new Date(year, month - 1, date + 1).toISOString();
}

/** Formats a time as a day in the viewer's time zone: `2026-05-04`. @param time milliseconds since 1970 */
export function dayOf(time: number): string {
  const at = new Date(time);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
}

export function isExpired(expiresAt: string | null, now: number): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= now;
}

/** Returns the last valid instant before an expiry, so that an expiry at midnight is shown as the day before. */
export function findLastValidInstant(expiresAt: string): string {
  return new Date(Date.parse(expiresAt) - 1).toISOString();
}
