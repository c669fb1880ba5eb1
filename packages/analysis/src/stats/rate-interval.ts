import type { TrendRate } from '@refrain/domain';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';

const tail = 0.025;

/**
 * Estimates a rate with the exact 95 % interval of a Poisson count (Garwood, 1936).
 * @param dispersion number of episodes in a burst that carry as much information as one independent episode, at least 1
 */
export function estimateRate(episodes: number, exposure: number, dispersion = 1): TrendRate {
  const count = episodes / dispersion;
  const low = count === 0 ? 0 : gammaQuantile(tail, count, 1);
  const high = gammaQuantile(1 - tail, count + 1, 1);
  const unit = dispersion / exposure;
  return { episodes, exposure, value: episodes / exposure, low: low * unit, high: high * unit };
}
