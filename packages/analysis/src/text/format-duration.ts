const minutesPerHour = 60;
const hoursPerDay = 24;
/** Durations from this number of days on are formatted in days. */
const minDays = 3;

/** Formats a duration as people say it: `45 min`, `1 h 10 min`, `36 h`, `5 days`. */
export function formatDuration(hours: number): string {
  const minutes = Math.max(1, Math.round(hours * minutesPerHour));
  if (minutes < minutesPerHour) return `${minutes} min`;
  if (hours >= minDays * hoursPerDay) return `${Math.round(hours / hoursPerDay)} days`;
  if (hours >= 10) return `${Math.round(hours)} h`;
  const rounded = Math.round(minutes / 5) * 5;
  const rest = rounded % minutesPerHour;
  return `${Math.floor(rounded / minutesPerHour)} h${rest === 0 ? '' : ` ${rest} min`}`;
}
