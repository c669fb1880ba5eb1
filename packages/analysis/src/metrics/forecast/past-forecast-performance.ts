import { type CumulativeProbabilityRange, computeCoveredShare } from './compute-count-interval.ts';

/** Prior weights of two methods: a regression on past changes of the rate, and the assumption of a constant rate. */
const priorWeights = [0.7, 0.3] as const;
const minProbability = 1e-6;
/** Nominal levels of intervals. `chooseIntervalLevel` selects the one that covers the intended share of outcomes. */
const levels = [0.76, 0.78, 0.8, 0.82, 0.84, 0.86, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98] as const;
/** The assumption that intervals cover their nominal level weighs as much as this number of windows. */
const priorWindows = 4;
/** Half-life, in days, with which past coverage loses weight. */
const halfLife = 540;

interface PastOrigin {
  readonly day: number;
  /** Sum of −log probability of the outcomes, by method. */
  readonly losses: Float64Array;
  /** Sum of the intervals' coverage, by level. */
  readonly covered: Float64Array;
  checked: number;
  hits: number;
  series: number;
}

export interface PastForecastPerformance {
  readonly days: number;
  readonly stepDays: number;
  /** Origins in chronological order. Each is used only when its windows are over. */
  readonly origins: PastOrigin[];
  /** Number of origins whose windows are over. */
  over: number;
  /** Losses by method. The weight of an origin is the share of its window that no earlier window covers. */
  readonly losses: Float64Array;
  /** Coverage of the intervals by level: an exponentially decayed sum of the mean coverages of the origins. */
  readonly covered: Float64Array;
  windows: number;
  hits: number;
  series: number;
}

export function createPastForecastPerformance(days: number, stepDays: number): PastForecastPerformance {
  return { days, stepDays, origins: [], over: 0, windows: 0, hits: 0, series: 0, ...createColumns() };
}

export function addPastForecastOrigin(record: PastForecastPerformance, day: number): PastOrigin {
  const origin = { day, checked: 0, hits: 0, series: 0, ...createColumns() };
  record.origins.push(origin);
  return origin;
}

export function addSeriesOutcome(origin: PastOrigin, hasCome: boolean): void {
  origin.series += 1;
  if (hasCome) origin.hits += 1;
}

export function addForecastResult(
  origin: PastOrigin,
  probabilities: readonly number[],
  hasCome: boolean,
  stretch: CumulativeProbabilityRange,
): void {
  probabilities.forEach((probability, method) => {
    const probabilityOfOutcome = Math.max(hasCome ? probability : 1 - probability, minProbability);
    origin.losses[method] = (origin.losses[method] ?? 0) - Math.log(probabilityOfOutcome);
  });
  levels.forEach((level, nth) => {
    origin.covered[nth] = (origin.covered[nth] ?? 0) + computeCoveredShare(stretch, level);
  });
  origin.checked += 1;
}

export function addFinishedForecastWindows(record: PastForecastPerformance, day: number): void {
  const { origins, days, stepDays, losses, covered } = record;
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

export function estimateBaseRate({ hits, series }: PastForecastPerformance): number {
  return (hits + 0.5) / (series + 1);
}

/** Returns the methods' posterior weights (Hoeting et al., Bayesian Model Averaging, Statistical Science 14, 1999). */
export function computeMethodWeights({ losses }: PastForecastPerformance): readonly number[] {
  const logs = priorWeights.map((trust, method) => Math.log(trust) - (losses[method] ?? 0));
  const highest = Math.max(...logs);
  const powers = logs.map((log) => Math.exp(log - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Returns the nominal level whose intervals would have covered about `target` of the past outcomes. */
export function chooseIntervalLevel({ covered, windows }: PastForecastPerformance, target: number): number {
  let best: number = target;
  let smallestGap = Number.POSITIVE_INFINITY;
  levels.forEach((level, nth) => {
    const seen = ((covered[nth] ?? 0) + priorWindows * level) / (windows + priorWindows);
    if (Math.abs(seen - target) >= smallestGap) return;
    [best, smallestGap] = [level, Math.abs(seen - target)];
  });
  return best;
}

function createColumns() {
  return { losses: new Float64Array(priorWeights.length), covered: new Float64Array(levels.length) };
}
