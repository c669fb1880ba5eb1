import type { RandomStream } from '@refrain/sample-org';

export interface RandomDistributions {
  /** Returns a uniformly distributed number in (0, 1). */
  uniform(): number;
  exponential(mean: number): number;
  poisson(mean: number): number;
  /** Returns a geometrically distributed whole number of at least 1. */
  geometric(mean: number): number;
}

const parts = 2 ** 30;
/** Largest mean for which a Poisson count is drawn directly. A count with a larger mean is drawn as the sum of two. */
const longest = 50;

export function createRandomDistributions(random: RandomStream): RandomDistributions {
  const uniform = (): number => (random.int(0, parts - 1) + 0.5) / parts;
  const exponential = (mean: number): number => -mean * Math.log(uniform());
  function poisson(mean: number): number {
    if (mean > longest) return poisson(mean / 2) + poisson(mean / 2);
    let count = 0;
    for (let time = exponential(1); time < mean; time += exponential(1)) count += 1;
    return count;
  }
  return {
    uniform,
    exponential,
    poisson,
    geometric: (mean) => (mean <= 1 ? 1 : 1 + Math.floor(Math.log(uniform()) / Math.log(1 - 1 / mean))),
  };
}
