import type { RandomDistributions } from '../trends/random-distributions.ts';

/** Draws from a gamma distribution with a mean of 1. The shape must be above 0. Method: Marsaglia and Tsang (2000). */
export function sampleGamma(shape: number, draw: RandomDistributions): number {
  if (shape < 1) return (sampleGamma(shape + 1, draw) * (shape + 1) * draw.uniform() ** (1 / shape)) / shape;
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(draw.uniform())) * Math.cos(2 * Math.PI * draw.uniform());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(draw.uniform()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return (d * v) / shape;
  }
}
