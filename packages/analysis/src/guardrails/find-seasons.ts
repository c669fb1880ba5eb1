import { dayInMs, hasTimeOfDay, type Season, type TimePrecision } from '@refrain/domain';
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';

const minDays = 4;
const significance = 0.01;
const minShare = 0.5;
const windowHours = 2;

export interface DatedEpisode {
  readonly startedAt: string;
  /** Exact by default */
  readonly precision?: TimePrecision | undefined;
}

interface SeasonTime {
  readonly day: number;
  readonly date: Date;
  readonly isTimed: boolean;
}

const rules: readonly {
  readonly season: Season;
  /** Share of all days that belong to the season */
  readonly probability: number;
  readonly fits: (date: Date) => boolean;
}[] = [
  {
    season: 'month_end',
    probability: 4 / 30.44,
    fits: (date) => date.getUTCDate() <= 2 || new Date(date.getTime() + 2 * dayInMs).getUTCDate() <= 2,
  },
  {
    season: 'year_turn',
    probability: 31 / 365.25,
    fits: (date) =>
      (date.getUTCMonth() === 11 && date.getUTCDate() > 15) || (date.getUTCMonth() === 0 && date.getUTCDate() <= 15),
  },
  { season: 'weekend', probability: 2 / 7, fits: (date) => date.getUTCDay() === 0 || date.getUTCDay() === 6 },
];

/**
 * Finds the seasons (in UTC) that contain at least half of the days with episodes, if a binomial test gives p < 0.01.
 * For the hour of the day, p is multiplied by the number of tested hours. Several episodes on one day count once.
 */
export function findSeasons<Episode extends DatedEpisode>(
  episodes: readonly Episode[],
): ReadonlyMap<Season, readonly Episode[]> {
  const byDay = new Map<number, SeasonTime>();
  for (const { startedAt, precision = 'instant' } of episodes) {
    if (precision === 'month') continue;
    const at = Date.parse(startedAt);
    const day = Math.floor(at / dayInMs);
    const known = byDay.get(day);
    if (known === undefined || at < known.date.getTime())
      byDay.set(day, { day, date: new Date(at), isTimed: hasTimeOfDay(precision) });
  }
  const times = [...byDay.values()];
  const timed = times.filter(({ isTimed }) => isTimed);
  const hours = Array.from({ length: 24 }, (_, hour) => {
    const fits = (date: Date) => (date.getUTCHours() - hour + 24) % 24 < windowHours;
    return { fits, inside: timed.filter(({ date }) => fits(date)).length };
  });
  const { fits: fitsHours } = hours.reduce((best, one) => (one.inside > best.inside ? one : best));
  const sameHour = { season: 'same_hour' as const, probability: windowHours / 24, fits: fitsHours };
  const candidates = [
    ...rules.map((rule) => ({ ...rule, among: times, tests: 1 })),
    { ...sameHour, among: timed, tests: hours.length },
  ];
  const found = new Map<Season, readonly Episode[]>();
  for (const { season, probability, fits, among, tests } of candidates) {
    if (among.length < minDays) continue;
    const inside = among.filter(({ date }) => fits(date)).length;
    const pValue = tests * (1 - binomialCdf(inside - 1, among.length, probability));
    if (inside < minShare * among.length || pValue >= significance) continue;
    const days = new Set(among.map(({ day }) => day));
    const isInside = (at: number) => days.has(Math.floor(at / dayInMs)) && fits(new Date(at));
    found.set(
      season,
      episodes.filter(({ startedAt }) => isInside(Date.parse(startedAt))),
    );
  }
  return found;
}
