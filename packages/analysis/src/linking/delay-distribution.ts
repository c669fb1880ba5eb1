/** Delay from a harmful change to its incident: weights (sum 1) of exponential distributions with means `scales`. */
export type DelayDistribution = readonly number[];

/** Means of the exponential distributions in hours, from a quarter of an hour to a month. */
const scales = [0.25, 1, 4, 24, 168, 720] as const;

/** Prior: four in five harmful changes cause an incident within hours, most others within a day, a few after weeks. */
export const priorDelayDistribution: DelayDistribution = [0.08, 0.24, 0.45, 0.17, 0.05, 0.01];
/** The prior weighs as much as this number of observed links. */
const priorLinks = 30;
const maxRounds = 200;
const closeEnough = 1e-5;

/** Returns the probability density of a delay, per hour. It is never 0, so no change is too old to be the cause. */
export function computeDelayDensity(decay: DelayDistribution, hours: number): number {
  return decay.reduce((sum, weight, at) => sum + weight * exponential(hours, scales[at] as number), 0);
}

/** Finds the most probable weights under a Dirichlet prior, by expectation maximisation. */
export function learnDelayDistribution(lags: readonly number[]): DelayDistribution {
  let weights: readonly number[] = priorDelayDistribution;
  // Sorted, so that rounding errors of sums do not depend on the order of `lags`.
  const sorted = lags.map((hours) => Math.max(0, hours)).sort((a, b) => a - b);
  const likelihoods = sorted.map((hours) => scales.map((scale) => exponential(hours, scale)));
  for (let round = 0; round < maxRounds; round += 1) {
    const counts = priorDelayDistribution.map((weight) => weight * priorLinks);
    for (const likelihood of likelihoods) {
      const total = likelihood.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
      if (total === 0) continue;
      likelihood.forEach((value, at) => {
        counts[at] = (counts[at] ?? 0) + (value * (weights[at] ?? 0)) / total;
      });
    }
    const all = counts.reduce((sum, count) => sum + count, 0);
    const next = counts.map((count) => count / all);
    const moved = Math.max(...next.map((weight, at) => Math.abs(weight - (weights[at] ?? 0))));
    weights = next;
    if (moved < closeEnough) break;
  }
  return weights;
}

function exponential(hours: number, scale: number): number {
  return Math.exp(-hours / scale) / scale;
}
