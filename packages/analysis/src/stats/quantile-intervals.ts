import type { DurationQuantile } from '@refrain/domain';
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { lowerBound } from '../collections/lower-bound.ts';

interface Step {
  readonly at: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** 97.5 % quantile of the normal distribution, for two-sided 95 % intervals. */
const z = 1.959963984540054;

/**
 * Estimates the survival curve (Kaplan and Meier 1958) with Greenwood's variance and an interval on the log(−log)
 * scale. Quantiles follow Brookmeyer and Crowley, "A Confidence Interval for the Median Survival Time" (1982).
 * @param open durations so far of the items that have not ended
 */
export function createSurvivalQuantiles(
  ended: readonly number[],
  open: readonly number[],
): (share: number) => DurationQuantile {
  const times = [...new Set(ended)].sort((a, b) => a - b);
  const [ends, others] = [toSorted(ended), toSorted(open)];
  const steps: Step[] = [];
  let [share, variance] = [1, 0];
  for (const at of times) {
    const before = countBelow(ends, at);
    const atRisk = ends.length - before + others.length - countBelow(others, at);
    const own = lowerBound(ends, (end) => end <= at) - before;
    share *= 1 - own / atRisk;
    variance += own / (atRisk * (atRisk - own));
    steps.push({ at, share, ...intervalOf(share, variance) });
  }
  const first = (value: (step: Step) => number, left: number): number | null =>
    steps.find((step) => value(step) <= left + 1e-12)?.at ?? null;
  return (part) => ({
    value: first((step) => step.share, 1 - part),
    low: first(({ low }) => low, 1 - part),
    high: first(({ high }) => high, 1 - part),
  });
}

function toSorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

function countBelow(sorted: readonly number[], limit: number): number {
  return lowerBound(sorted, (value) => value < limit);
}

function intervalOf(share: number, variance: number): { readonly low: number; readonly high: number } {
  if (share <= 0 || share >= 1) return { low: share, high: share };
  const spread = (z * Math.sqrt(variance)) / Math.abs(Math.log(share));
  return { low: share ** Math.exp(spread), high: share ** Math.exp(-spread) };
}

const tailProbability = 0.025;

/**
 * Returns a distribution-free 95 % interval of a quantile (David and Nagaraja 7.1). A limit is null for too few values.
 */
export function computeQuantileInterval(sorted: readonly number[], share: number) {
  const ranks = sorted.map((_, below) => below);
  const upTo = (below: number): number => binomialCdf(below, sorted.length, share);
  // The probability that the quantile lies below the value at the low rank is at most 2.5 %, and so is the probability that it
  // lies above the value at the high rank.
  const lowRank = lowerBound(ranks, (below) => upTo(below) <= tailProbability);
  const highRank = lowerBound(ranks, (below) => upTo(below) < 1 - tailProbability) + 1;
  return {
    low: lowRank === 0 ? null : (sorted[lowRank - 1] ?? null),
    high: sorted[highRank - 1] ?? null,
  };
}
