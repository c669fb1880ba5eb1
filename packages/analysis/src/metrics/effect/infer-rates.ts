import type { LikelyDispersion } from '../../stats/dispersion.ts';
import type { RatePrior } from '../forecast/rate-prior.ts';
import { computeCountProbabilities, type LikelyRate } from './count-probabilities.ts';

export interface BaselineCount {
  readonly episodes: number;
  /** Days or changes before the fix, above 0. */
  readonly exposure: number;
  readonly dispersion: readonly LikelyDispersion[];
}

/** Step of the log-rate grid, in standard deviations of a gamma density; makes count probabilities accurate to 1e-4. */
const step = 0.5;
const negligible = 1e-6;

/** Computes the posterior of a rate on a log-spaced grid. Without a prior, at least one episode is required. */
export function inferRates({ episodes, exposure, dispersion }: BaselineCount, prior: RatePrior | null): LikelyRate[] {
  const [a, b] = prior === null ? [0, 0] : [prior.shape, prior.shape / prior.mean];
  const likely = dispersion.flatMap(({ value, weight }) => {
    // A gamma density for independent episodes is close to the posterior. It determines where the grid lies.
    const shape = a + Math.max(episodes / value, Math.min(episodes, 1));
    const top = Math.log((a + episodes / value) / (b + exposure / value));
    const width = step / Math.sqrt(shape);
    const [below, above] = [20 / shape + 6 / Math.sqrt(shape), 8 / Math.sqrt(shape) + 2 / shape];
    return Array.from({ length: Math.ceil((below + above) / width) }, (_, at) => {
      const rate = Math.exp(top - below + at * width);
      const seen = computeCountProbabilities({ mean: rate * exposure, dispersion: value }, episodes)[episodes] ?? 0;
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
