/** Returns the end of the day that is `days` days later, in the viewer's time zone. @param now milliseconds since 1970 */
export function findExpiry(days: number, now: number): string {
  const today = new Date(now);
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + days + 1).toISOString();
}

export function isExpired(expiresAt: string | null, now: number): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= now;
}

/** Returns the last valid instant before an expiry, so that an expiry at midnight is shown as the day before. */
export function findLastValidInstant(expiresAt: string): string {
  return new Date(Date.parse(expiresAt) - 1).toISOString();
}
