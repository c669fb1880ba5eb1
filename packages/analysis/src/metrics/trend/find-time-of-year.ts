import { dayInMs } from '@refrain/domain';

export interface TimeOfYear {
  /** When the first and the last of these episodes within the year began; the years may differ. */
  readonly from: string;
  readonly until: string;
  /** Indices of these episodes in `starts`, in chronological order. */
  readonly positions: readonly number[];
}

const daysInYear = 365.25;
const minStarts = 6;
/** Minimum share of the starts within the season. */
const minShare = 0.8;
const maxDays = 45;
/** Two starts that are at least this many days apart are of different years. */
const minDaysBetweenYears = 270;

/**
 * Finds the time of the year, at most 45 days, in which at least 80 % of the episodes began, in at least two years.
 * @param starts when the episodes began (ISO 8601), in chronological order
 * @returns null with fewer than six episodes, or without such a time
 */
export function findTimeOfYear(starts: readonly string[]): TimeOfYear | null {
  if (starts.length < minStarts) return null;
  const days = starts.map((at) => Date.parse(at) / dayInMs);
  const around = days
    .map((day, position) => ({ day: day % daysInYear, position }))
    .sort((a, b) => a.day - b.day || a.position - b.position);
  const needed = Math.ceil(minShare * days.length);
  // Each season is in the order of the year, from its first start on.
  const seasons = around.map((first, at) =>
    [...around.slice(at), ...around.slice(0, at)].filter(
      ({ day }) => (day - first.day + daysInYear) % daysInYear <= maxDays,
    ),
  );
  const best = seasons.reduce((most, season) => (season.length > most.length ? season : most), []);
  const positions = best.map(({ position }) => position).sort((a, b) => a - b);
  const inside = positions.map((position) => days[position] ?? 0);
  const recurs = inside.some((day, at) => at > 0 && day - (inside[at - 1] ?? day) >= minDaysBetweenYears);
  const [from, until] = [best[0], best.at(-1)].map((start) => starts[start?.position ?? 0] ?? '');
  if (best.length < needed || !recurs || from === undefined || until === undefined) return null;
  return { from, until, positions };
}
