import type { TrendRate } from '@refrain/domain';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';

/** Probability outside a 95 % interval, on each side. */
const tail = 0.025;

/**
 * Returns a rate with the exact interval of a Poisson count: Garwood, "Fiducial Limits for the Poisson Distribution"
 * (1936), by quantiles of the gamma distribution.
 * @param exposure above 0, in the unit of the rate
 * @param dispersion at least 1: this many episodes of a burst carry the information of one single episode
 */
export function estimateRate(episodes: number, exposure: number, dispersion = 1): TrendRate {
  const count = episodes / dispersion;
  const low = count === 0 ? 0 : gammaQuantile(tail, count, 1);
  const high = gammaQuantile(1 - tail, count + 1, 1);
  const unit = dispersion / exposure;
  return { episodes, exposure, value: episodes / exposure, low: low * unit, high: high * unit };
}
