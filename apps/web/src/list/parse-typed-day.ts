const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a typed day: `4 May 2026`, `May 4, 2026` or `2026-05-04`. Returns null for any other text, and for `04/05/2026`, which
 * people read in two ways.
 */
export function parseTypedDay(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(trimmed);
  if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = /^(\d{1,2})\.? ([a-z]{3,9})\.? (\d{4})$/u.exec(trimmed);
  if (dayFirst) return toDay(Number(dayFirst[3]), findMonth(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/u.exec(trimmed);
  if (monthFirst) return toDay(Number(monthFirst[3]), findMonth(monthFirst[1]), Number(monthFirst[2]));
  return null;
}

/** Returns the number of a month from the first three letters of its name; 0 if there is none. */
function findMonth(name = ''): number {
  return months.indexOf(name.slice(0, 3)) + 1;
}

function toDay(year: number, month: number, date: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.toISOString().slice(0, 10) : null;
}
