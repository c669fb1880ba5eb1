import type { LikelyDispersion } from '../../stats/dispersion.ts';
import type { RatePrior } from '../forecast/rate-prior.ts';
import { countProbabilities } from './burst-counts.ts';

/** A rate that a series may have, with how its episodes come, and the chance of both. */
export interface LikelyRate {
  /** Episodes by unit of exposure. */
  readonly rate: number;
  readonly dispersion: number;
  /** Over all they sum to 1. */
  readonly weight: number;
}

/** What was seen before the fix. */
export interface BaselineCount {
  readonly episodes: number;
  /** Days or changes, above 0. */
  readonly exposure: number;
  readonly dispersion: readonly LikelyDispersion[];
}

/**
 * In deviations of a gamma density over the logarithm of the rate: by the trapezoid rule chances of counts are right to a
 * ten-thousandth.
 */
const step = 0.5;
const negligible = 1e-6;

/**
 * What rate a series has, after what was seen of it and of all others: Bayes' rule over a grid of rates, evenly spaced by
 * their logarithm. Where each episode comes alone, the number that follows is negative binomial with the shape a + n and the
 * exposure b + t, of a prior Gamma(a, b) and n episodes in t; without a prior (a = b = 0) its lower tail is the exact
 * conditional test of two counts.
 * @param prior null for none: then at least one episode has to be seen
 */
export function believeRate({ episodes, exposure, dispersion }: BaselineCount, prior: RatePrior | null): LikelyRate[] {
  const [a, b] = prior === null ? [0, 0] : [prior.shape, prior.shape / prior.mean];
  const likely = dispersion.flatMap(({ value, weight }) => {
    // Of so many bursts as tell as much, a gamma density is near what is looked for: it lays out the grid.
    const shape = a + Math.max(episodes / value, Math.min(episodes, 1));
    const top = Math.log((a + episodes / value) / (b + exposure / value));
    const width = step / Math.sqrt(shape);
    const [below, above] = [20 / shape + 6 / Math.sqrt(shape), 8 / Math.sqrt(shape) + 2 / shape];
    return Array.from({ length: Math.ceil((below + above) / width) }, (_, at) => {
      const rate = Math.exp(top - below + at * width);
      const seen = countProbabilities({ mean: rate * exposure, dispersion: value }, episodes)[episodes] ?? 0;
      const log = Math.log(weight * seen * width) + a * Math.log(rate) - b * rate;
      return { rate, dispersion: value, log };
    });
  });
  const highest = Math.max(...likely.map(({ log }) => log));
  const kept = likely.filter(({ log }) => log > highest + Math.log(negligible));
  const all = kept.reduce((sum, { log }) => sum + Math.exp(log - highest), 0);
  return kept.map(({ rate, dispersion: own, log }) => ({
    rate,
    dispersion: own,
    weight: Math.exp(log - highest) / all,
  }));
}
