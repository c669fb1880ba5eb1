/** Returns the instant at which a day begins in the viewer's time zone. @param days number of days to add to `date` */
function startOfDay(date: string, days = 0): string {
  const at = new Date(`${date}T00:00`);
  at.setDate(at.getDate() + days);
  return at.toISOString();
}

/** Converts two inclusive days to the API's half-open range from `since` to `until`. */
export function toInstantRange(from: string | undefined, until: string | undefined) {
  return {
    ...(from !== undefined && { since: startOfDay(from) }),
    ...(until !== undefined && { until: startOfDay(until, 1) }),
  };
}
