import { likelihoodRatioOfRateChange } from '../../stats/scan-for-rate-change.ts';

const steps = 1_000;
const tail = 0.025;

/**
 * Returns the 95 % interval of the position of a single change of the rate, weighting positions by likelihood (after
 * Raftery and Akman, "Bayesian Analysis of a Poisson Process with a Change-Point", 1986). Positions are shares of the
 * exposure.
 * @param positions positions of the events, ascending
 * @param dispersion divisor of the log-likelihood, since the events of a burst are not independent
 */
export function estimateRateChangeInterval(
  positions: readonly number[],
  edge: number,
  dispersion: number,
): { readonly earliest: number; readonly latest: number } {
  const shares = Array.from({ length: steps }, (_, step) => edge + ((step + 0.5) / steps) * (1 - 2 * edge));
  let before = 0;
  const logs = shares.map((share) => {
    while (before < positions.length && (positions[before] ?? 1) <= share) before += 1;
    return likelihoodRatioOfRateChange(before, positions.length, share) / (2 * dispersion);
  });
  const highest = logs.reduce((top, log) => Math.max(top, log), Number.NEGATIVE_INFINITY);
  const weights = logs.map((log) => Math.exp(log - highest));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const below = weights.map((weight) => {
    sum += weight;
    return sum / all;
  });
  const locationOf = (probability: number): number =>
    shares[below.findIndex((share) => share >= probability)] ?? 1 - edge;
  return { earliest: locationOf(tail), latest: locationOf(1 - tail) };
}
