/** How soon a harmful change shows: weights of exponential distributions with the fixed `scales`, summing to 1. */
export type Decay = readonly number[];

/** Mean hours of each exponential: minutes, an hour, a shift, a day, a week, a month. */
const scales = [0.25, 1, 4, 24, 168, 720] as const;

/**
 * The decay without data: four in five harmful changes show within hours, most others within a day, a few weeks later.
 */
export const priorDecay: Decay = [0.08, 0.24, 0.45, 0.17, 0.05, 0.01];
/** The number of links that the prior is worth. */
const priorLinks = 30;
const maxRounds = 200;
const closeEnough = 1e-5;

/**
 * Returns the density per hour at a time after a change. A mixture of exponentials decreases everywhere and never
 * reaches 0, so no window excludes a change.
 * @param hours at least 0
 */
export function densityAt(decay: Decay, hours: number): number {
  return decay.reduce((sum, weight, at) => sum + weight * exponential(hours, scales[at] as number), 0);
}

/**
 * Learns the decay from the hours between changes and the incidents they triggered: the most probable weights under a
 * Dirichlet prior worth 30 links, by expectation maximisation. Returns the prior without data.
 */
export function learnDecay(lags: readonly number[]): Decay {
  let weights: readonly number[] = priorDecay;
  // Sorted, so that sums do not depend on the order of the links.
  const sorted = lags.map((hours) => Math.max(0, hours)).sort((a, b) => a - b);
  const likelihoods = sorted.map((hours) => scales.map((scale) => exponential(hours, scale)));
  for (let round = 0; round < maxRounds; round += 1) {
    const counts = priorDecay.map((weight) => weight * priorLinks);
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
