/** The instant at which a day of `<input type="date">` begins where the viewer is. @param days later, or earlier */
function beginningOf(date: string, days = 0): string {
  const at = new Date(`${date}T00:00`);
  at.setDate(at.getDate() + days);
  return at.toISOString();
}

/** From the first day on until the end of the last one, as the API takes them. */
export function dayBounds(from: string | undefined, until: string | undefined) {
  return {
    ...(from !== undefined && { since: beginningOf(from) }),
    ...(until !== undefined && { until: beginningOf(until, 1) }),
  };
}
