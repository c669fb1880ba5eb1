import { type Stretch, shareCovered } from './count-interval.ts';

/** Two methods forecast side by side: by what changed rates before, and by the own rate as if it never changed. */
const trusted = [0.7, 0.3] as const;
const minProbability = 1e-6;
/** Levels that an interval may be given, so that it covers what it is to cover. */
const levels = [0.76, 0.78, 0.8, 0.82, 0.84, 0.86, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98] as const;
/** So many windows are worth as much as the belief that an interval covers what it says. */
const believedWindows = 4;
/** In days: how far coverage was off is forgotten as rates are, by half in a year and a half. */
const halfLife = 540;

/** How the forecasts from one origin turned out. */
interface PastOrigin {
  readonly day: number;
  /** Of each method, the sum of −log chance of what came. */
  readonly losses: Float64Array;
  /** Of each level, the sum of what its intervals covered. */
  readonly covered: Float64Array;
  checked: number;
  hits: number;
  series: number;
}

/** How the forecasts of one horizon turned out, as far as their windows are over. */
export interface PastRecord {
  readonly days: number;
  readonly stepDays: number;
  /** In order; what they hold is used when their windows are over, and not before. */
  readonly origins: PastOrigin[];
  /** How many are. */
  over: number;
  /** Each origin counts by the share of a window that it adds. */
  readonly losses: Float64Array;
  /** Mean over the series of an origin, then summed and forgotten over the origins; and the windows that this is from. */
  readonly covered: Float64Array;
  windows: number;
  hits: number;
  series: number;
}

export function createRecord(days: number, stepDays: number): PastRecord {
  return { days, stepDays, origins: [], over: 0, windows: 0, hits: 0, series: 0, ...createColumns() };
}

export function openOrigin(record: PastRecord, day: number): PastOrigin {
  const origin = { day, checked: 0, hits: 0, series: 0, ...createColumns() };
  record.origins.push(origin);
  return origin;
}

/** Notes what came of one series. */
export function noteOutcome(origin: PastOrigin, hasCome: boolean): void {
  origin.series += 1;
  if (hasCome) origin.hits += 1;
}

/** Notes how two methods' chances, and the intervals of both, did on it. */
export function noteForecast(
  origin: PastOrigin,
  probabilities: readonly number[],
  hasCome: boolean,
  stretch: Stretch,
): void {
  probabilities.forEach((probability, method) => {
    const given = Math.max(hasCome ? probability : 1 - probability, minProbability);
    origin.losses[method] = (origin.losses[method] ?? 0) - Math.log(given);
  });
  levels.forEach((level, nth) => {
    origin.covered[nth] = (origin.covered[nth] ?? 0) + shareCovered(stretch, level);
  });
  origin.checked += 1;
}

/** Takes in the windows that are over by a day. */
export function closeWindows(record: PastRecord, day: number): void {
  const { origins, days, stepDays, losses, covered } = record;
  // Windows that overlap tell the same again.
  const share = Math.min(1, stepDays / days);
  const kept = 0.5 ** (stepDays / halfLife);
  for (let next = origins[record.over]; next !== undefined && next.day + days <= day; next = origins[record.over]) {
    record.over += 1;
    record.hits += next.hits;
    record.series += next.series;
    if (next.checked === 0) continue;
    record.windows = record.windows * kept + share;
    for (let nth = 0; nth < losses.length; nth++) losses[nth] = (losses[nth] ?? 0) + share * (next.losses[nth] ?? 0);
    for (let nth = 0; nth < covered.length; nth++)
      covered[nth] = (covered[nth] ?? 0) * kept + (share * (next.covered[nth] ?? 0)) / next.checked;
  }
}

/** Share of the past windows of all series in which at least one came. */
export function baseRate({ hits, series }: PastRecord): number {
  return (hits + 0.5) / (series + 1);
}

/** How far each method is trusted after its record, by Bayes' rule (Hoeting et al., Bayesian Model Averaging, Statistical Science 14, 1999). */
export function weighMethods({ losses }: PastRecord): readonly number[] {
  const logs = trusted.map((trust, method) => Math.log(trust) - (losses[method] ?? 0));
  const most = Math.max(...logs);
  const powers = logs.map((log) => Math.exp(log - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The level whose intervals would have covered about `wanted` of the outcomes so far. */
export function chooseLevel({ covered, windows }: PastRecord, wanted: number): number {
  let best: number = wanted;
  let least = Number.POSITIVE_INFINITY;
  levels.forEach((level, nth) => {
    const seen = ((covered[nth] ?? 0) + believedWindows * level) / (windows + believedWindows);
    if (Math.abs(seen - wanted) >= least) return;
    [best, least] = [level, Math.abs(seen - wanted)];
  });
  return best;
}

function createColumns() {
  return { losses: new Float64Array(trusted.length), covered: new Float64Array(levels.length) };
}
