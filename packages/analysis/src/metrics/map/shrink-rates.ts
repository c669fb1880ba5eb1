import gammaCdf from '@stdlib/stats-base-dists-gamma-cdf';
import { groupBy } from '../../collections/group-by.ts';

/** The observed count, and the count expected at the common rate, which is above 0. */
export interface ObservedAndExpectedCount {
  readonly count: number;
  readonly expected: number;
}

export interface RelativeRate {
  /** Posterior mean. Like `low` and `high`, it is relative to the common rate. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** Candidate standard deviations of relative rates, from nearly equal cells to unrelated ones. */
const spreads = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6];
/** Shapes of the gamma distributions with mean 1 and the standard deviations `spreads`. */
const shapes = spreads.map((spread) => spread ** -2);
/** Fictitious cells added per spread as a prior, since a few similar cells do not show that all cells are similar. */
const pseudoCount = 2;
/** Offsets of the candidate centres of a group's rates, in standard deviations of the estimated centre. */
const steps = Array.from({ length: 13 }, (_, place) => (place - 6) / 2);
/** Spread that is assumed for placing the candidate centres; any large enough value works. */
const placementSpread = 0.5;
const rounds = 60;
const halvings = 20;

/** Likelihoods by cell, centre and spread, scaled to a maximum of 1. */
type Likelihoods = readonly (readonly (readonly number[])[])[];

interface Group {
  /** The distinct cells. */
  readonly cells: readonly ObservedAndExpectedCount[];
  /** Number of times that each distinct cell occurs. */
  readonly times: readonly number[];
  readonly locationOf: readonly number[];
  readonly middles: readonly number[];
  readonly likelihoods: Likelihoods;
}

/**
 * Shrinks the rates of cells towards the centre of their group: empirical Bayes for Poisson counts with gamma rates
 * (Clayton and Kaldor 1987; DuMouchel 1999). A mixture of spreads lets one cell be far off among similar ones
 * (Stephens, 2017). Returns null for a count of 0.
 * @param groups groups of cells with a common rate and a total count above 0
 * @param mass probability mass of the intervals, in (0, 1), with equal tails
 */
export function shrinkRates(
  groups: readonly (readonly ObservedAndExpectedCount[])[],
  mass: number,
): (RelativeRate | null)[][] {
  const prepared = groups.map(prepare);
  const weights = fitWeights(prepared);
  return prepared.map((group) => {
    const probabilities = weighMiddles(group, mixSpreads(group, weights));
    const rates = group.cells.map((cell, place) => {
      if (cell.count === 0) return null;
      const parts = listParts(cell, group.middles, group.likelihoods[place] ?? [], probabilities, weights);
      return {
        estimate: parts.reduce((sum, { mean, weight }) => sum + weight * mean, 0),
        low: findQuantile(parts, (1 - mass) / 2),
        high: findQuantile(parts, (1 + mass) / 2),
      };
    });
    return group.locationOf.map((place) => rates[place] ?? null);
  });
}

function prepare(all: readonly ObservedAndExpectedCount[]): Group {
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const step = Math.sqrt(1 / total + placementSpread ** 2 / all.length);
  const middles = steps.map((at) => Math.exp(at * step));
  const similar = groupBy(all, ({ count, expected }) => [`${count} ${expected}`]);
  const cells = [...similar.values()].flatMap(([first]) => first ?? []);
  const times = [...similar.values()].map((own) => own.length);
  const places = new Map([...similar.keys()].map((key, place) => [key, place]));
  const locationOf = all.map(({ count, expected }) => places.get(`${count} ${expected}`) ?? 0);
  const likelihoods = cells.map(({ count, expected }) => {
    const logs = middles.map((middle) => shapes.map((shape) => logMarginal(count, expected * middle, shape)));
    const highest = Math.max(...logs.flat());
    return logs.map((own) => own.map((value) => Math.exp(value - highest)));
  });
  return { cells, times, locationOf, middles, likelihoods };
}

/** Fits the weights of the spreads by expectation maximisation. */
function fitWeights(groups: readonly Group[]): readonly number[] {
  let weights = shapes.map(() => 1 / shapes.length);
  for (let round = 0; round < rounds; round += 1) {
    const sums = shapes.map(() => pseudoCount);
    for (const group of groups) {
      const marginals = mixSpreads(group, weights);
      const probabilities = weighMiddles(group, marginals);
      for (const [cell, own] of group.likelihoods.entries())
        for (const [at, bySpread] of own.entries()) {
          const probability = ((group.times[cell] ?? 1) * (probabilities[at] ?? 0)) / (marginals[cell]?.[at] ?? 1);
          for (let place = 0; place < sums.length; place += 1)
            sums[place] = (sums[place] ?? 0) + probability * (bySpread[place] ?? 0) * (weights[place] ?? 0);
        }
    }
    weights = normalise(sums);
  }
  return weights;
}

function mixSpreads({ likelihoods }: Group, weights: readonly number[]): number[][] {
  return likelihoods.map((own) => own.map((bySpread) => Math.max(dot(bySpread, weights), Number.MIN_VALUE)));
}

function weighMiddles({ times }: Group, marginals: readonly (readonly number[])[]): number[] {
  const logs = steps.map((_, at) =>
    marginals.reduce((sum, own, cell) => sum + (times[cell] ?? 1) * Math.log(own[at] ?? 1), 0),
  );
  const highest = Math.max(...logs);
  return normalise(logs.map((value) => Math.exp(value - highest)));
}

interface Part {
  readonly weight: number;
  readonly mean: number;
  readonly variance: number;
}

/** Returns the posterior as one gamma distribution for each spread, with the mean and variance over all centres. */
function listParts(
  { count, expected }: ObservedAndExpectedCount,
  middles: readonly number[],
  likelihoods: readonly (readonly number[])[],
  probabilities: readonly number[],
  weights: readonly number[],
): Part[] {
  const parts = shapes.map((shape, place) => {
    let [weight, first, second] = [0, 0, 0];
    for (const [at, middle] of middles.entries()) {
      const own = likelihoods[at] ?? [];
      const part = ((probabilities[at] ?? 0) * (own[place] ?? 0) * (weights[place] ?? 0)) / dot(own, weights);
      const rate = (shape + expected * middle) / middle;
      const mean = (shape + count) / rate;
      weight += part;
      first += part * mean;
      second += part * (mean / rate + mean ** 2);
    }
    const mean = weight > 0 ? first / weight : 0;
    return { weight, mean, variance: weight > 0 ? second / weight - mean ** 2 : 0 };
  });
  return parts.filter(({ weight, variance }) => weight > 1e-6 && variance > 0);
}

function findQuantile(parts: readonly Part[], probability: number): number {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const isBelow = (value: number) =>
    parts.reduce(
      (sum, { weight, mean, variance }) => sum + weight * gammaCdf(value, mean ** 2 / variance, mean / variance),
      0,
    ) <
    probability * total;
  let low = 0;
  let high = Math.max(...parts.map(({ mean, variance }) => mean + 10 * Math.sqrt(variance)));
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Returns the log-probability of a negative binomial count, without terms that depend on the count alone. */
function logMarginal(count: number, expected: number, shape: number): number {
  let sum = -shape * Math.log1p(expected / shape) + count * Math.log(expected / (shape + expected));
  for (let step = 0; step < count; step += 1) sum += Math.log(shape + step);
  return sum;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let place = 0; place < a.length; place += 1) sum += (a[place] ?? 0) * (b[place] ?? 0);
  return sum;
}

function normalise(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}
