/** The end of a day in the zone of the viewer, as an instant; null for no day. @param day `2026-05-04`, as a date field has it */
export function endOfDay(day: string): string | null {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return null;
  return new Date(year, month - 1, date + 1).toISOString();
}

/** The day as a date field has it, in the zone of the viewer. */
export function dayOf(time: number): string {
  const at = new Date(time);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
}

export function isExpired(expiresAt: string | null, now: number): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= now;
}

/** The last instant before it: what ends with a day is good until that day, not until the next. */
export function endOfValidity(expiresAt: string): string {
  return new Date(Date.parse(expiresAt) - 1).toISOString();
}
