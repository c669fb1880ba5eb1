import gammaln from '@stdlib/math-base-special-gammaln';

/** Counts of one series in consecutive blocks of time, and the observed time of each block. */
export interface BlockCounts {
  readonly counts: readonly number[];
  readonly exposures: readonly number[];
}

/** A possible dispersion of counts (variance divided by mean; 1 without bursts) and its probability. */
export interface LikelyDispersion {
  readonly value: number;
  readonly weight: number;
}

export interface PriorDispersion extends LikelyDispersion {
  /** Increase of `value` per episode in the mean count of a block, if the rate varies. Default: 0. */
  readonly perEpisode?: number;
}

/**
 * A dispersion of 1 means no bursts. With 2, 4 or 8, an episode has only half, a quarter or an eighth of the
 * information of an independent episode.
 */
const defaultPrior: readonly PriorDispersion[] = [
  { value: 1, weight: 0.55 },
  { value: 2, weight: 0.15 },
  { value: 4, weight: 0.15 },
  { value: 8, weight: 0.15 },
];
/** The prior weighs as much as this number of series. */
const priorSeries = 2;
const rounds = 50;
/** Dispersions with a lower probability than this are omitted. */
const negligible = 0.01;

export const poissonDispersion: readonly LikelyDispersion[] = [{ value: 1, weight: 1 }];

/**
 * Estimates how much more each series varies than a Poisson process. Without this, a test would take bursts for changes
 * of the rate. Estimates of series with few counts depend on the other series (empirical Bayes by expectation
 * maximisation). Compares neighbouring blocks, since a change of the rate affects only one pair of them.
 * @returns for each series its likely dispersions, whose weights sum to 1
 */
export function estimateDispersions(
  series: readonly BlockCounts[],
  prior: readonly PriorDispersion[] = defaultPrior,
): (readonly LikelyDispersion[])[] {
  const likelihoods = series.map((blocks) => {
    const logs = prior.map((scatter) => logLikelihood(blocks, dispersionOf(blocks, scatter)));
    const highest = Math.max(...logs);
    return logs.map((log) => Math.exp(log - highest));
  });
  let shares: readonly number[] = prior.map(({ weight }) => weight);
  for (let round = 0; round < rounds; round += 1) {
    const sums = prior.map(({ weight }) => weight * priorSeries);
    for (const own of likelihoods)
      weigh(own, shares).forEach((probability, at) => {
        sums[at] = (sums[at] ?? 0) + probability;
      });
    shares = sums.map((sum) => sum / (series.length + priorSeries));
  }
  return likelihoods.map((own, nth) => {
    const blocks = series[nth] ?? { counts: [], exposures: [] };
    const kept = weigh(own, shares).map((weight, at) => ({ value: dispersionOf(blocks, prior[at]), weight }));
    const likely = kept.filter(({ weight }) => weight >= negligible);
    const all = likely.reduce((sum, { weight }) => sum + weight, 0);
    return likely.map(({ value, weight }) => ({ value, weight: weight / all }));
  });
}

export function computeMeanDispersion(likely: readonly LikelyDispersion[]): number {
  return likely.reduce((sum, { value, weight }) => sum + value * weight, 0);
}

function dispersionOf({ counts }: BlockCounts, scatter: PriorDispersion | undefined): number {
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  return (scatter?.value ?? 1) + (scatter?.perEpisode ?? 0) * mean;
}

function weigh(likelihoods: readonly number[], shares: readonly number[]): number[] {
  const products = likelihoods.map((likelihood, at) => likelihood * (shares[at] ?? 0));
  const all = products.reduce((sum, product) => sum + product, 0);
  return products.map((product) => product / all);
}

/**
 * Returns the log-likelihood of a dispersion. Negative binomial counts are assumed, so the division of a pair's sum
 * between two neighbouring blocks is beta-binomial. Each block is in two pairs, so a pair counts half.
 */
function logLikelihood({ counts, exposures }: BlockCounts, value: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const exposure = exposures.reduce((sum, own) => sum + own, 0);
  let sum = 0;
  for (let at = 1; at < counts.length; at += 1) {
    const [x, y] = [counts[at - 1] ?? 0, counts[at] ?? 0];
    const [left, right] = [exposures[at - 1] ?? 0, exposures[at] ?? 0];
    if (x + y < 2 || left <= 0 || right <= 0) continue;
    if (value === 1) sum += x * Math.log(left / (left + right)) + y * Math.log(right / (left + right));
    else {
      const size = all / exposure / (value - 1);
      sum += logBeta(x + size * left, y + size * right) - logBeta(size * left, size * right);
    }
  }
  return sum / 2;
}

function logBeta(a: number, b: number): number {
  return gammaln(a) + gammaln(b) - gammaln(a + b);
}
