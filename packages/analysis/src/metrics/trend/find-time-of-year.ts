import { dayInMs } from '@refrain/domain';

export interface TimeOfYear {
  /** First and last day, as times of the newest season. */
  readonly from: string;
  readonly until: string;
  /** Indices of the starts within the season. */
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
  const seasons = around.map((first, at) => {
    const inside = [...around.slice(at), ...around.slice(0, at)].filter(
      ({ day }) => (day - first.day + daysInYear) % daysInYear <= maxDays,
    );
    return inside.map(({ position }) => position).sort((a, b) => a - b);
  });
  const best = seasons.reduce((most, season) => (season.length > most.length ? season : most), []);
  const inYears = best.map((position) => days[position] ?? 0);
  const recurs = inYears.some((day, at) => at > 0 && day - (inYears[at - 1] ?? day) >= minDaysBetweenYears);
  return best.length < needed || !recurs ? null : { ...findBounds(best, starts, around), positions: best };
}

/** Returns the earliest and the latest of the starts within the year. */
function findBounds(
  positions: readonly number[],
  starts: readonly string[],
  around: readonly { readonly day: number; readonly position: number }[],
): Pick<TimeOfYear, 'from' | 'until'> {
  const inside = around.filter(({ position }) => positions.includes(position));
  // The largest gap between consecutive days of the year lies outside the season.
  const gaps = inside.map(({ day }, at) => {
    const before = inside.at(at - 1)?.day ?? day;
    return (day - before + daysInYear) % daysInYear;
  });
  const first = gaps.indexOf(Math.max(...gaps));
  return {
    from: starts[inside[first]?.position ?? 0] ?? '',
    until: starts[inside.at(first - 1)?.position ?? 0] ?? '',
  };
}
