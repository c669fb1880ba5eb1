import { minimiseFunction } from '../../stats/minimise-function.ts';

/** Gamma distribution of the rates of all series. */
export interface RatePrior {
  /** The smaller the shape, the more the rates differ. */
  readonly shape: number;
  /** Mean number of events per day. */
  readonly mean: number;
}

export interface SeriesCount {
  readonly count: number;
  readonly days: number;
}

/** Normal priors of the log shape and, around the observed mean, of the log mean. A shape of 0.7 is typical. */
const hyperprior = { shape: Math.log(0.7), shapeDeviation: 1, meanDeviation: 1 };

/**
 * Fits the common distribution of the rates of all series (empirical Bayes, gamma–Poisson). The likelihood is
 * truncated, since a series is known only after `minCount` events; otherwise the missing quiet series would make rates
 * look too high.
 * @param seen the series with at least `minCount` events
 */
export function fitRatePrior(seen: readonly SeriesCount[], minCount: 1 | 2): RatePrior {
  const groups = groupEqual(seen);
  const events = seen.reduce((sum, { count }) => sum + count, 0);
  const days = seen.reduce((sum, own) => sum + own.days, 0);
  const logMean = Math.log((events + 0.5) / (days + 30));
  const maxCount = seen.reduce((top, { count }) => Math.max(top, count), 0);
  const logs = new Float64Array(maxCount + 1);
  const inverses = new Float64Array(maxCount + 1);
  const found = minimiseFunction(
    (point, gradient) => {
      const [toShape, toMean] = [(point[0] ?? 0) - hyperprior.shape, (point[1] ?? 0) - logMean];
      const shape = Math.exp(point[0] ?? 0);
      const mean = Math.exp(point[1] ?? 0);
      // `logs[n]` is ln Γ(shape + n) − ln Γ(shape), and `inverses[n]` is its derivative by shape.
      for (let at = 0; at < maxCount; at++) {
        logs[at + 1] = (logs[at] ?? 0) + Math.log(shape + at);
        inverses[at + 1] = (inverses[at] ?? 0) + 1 / (shape + at);
      }
      let loss = (toShape / hyperprior.shapeDeviation) ** 2 / 2 + (toMean / hyperprior.meanDeviation) ** 2 / 2;
      gradient[0] = toShape / hyperprior.shapeDeviation ** 2;
      gradient[1] = toMean / hyperprior.meanDeviation ** 2;
      for (const { count, days: watched, series } of groups) {
        const expected = mean * watched;
        const total = shape + expected;
        // `log1p` stays exact if the shape is much larger than the expectation, where log(total / shape) rounds to 0.
        const excess = Math.log1p(expected / shape);
        const cut = cutOff(shape, expected, minCount);
        const likely = (logs[count] ?? 0) - shape * excess + count * Math.log(expected / total) - cut.log;
        const shapeSlope = (inverses[count] ?? 0) - excess + 1 - (shape + count) / total - cut.shapeSlope;
        const meanSlope = (count / expected - (shape + count) / total) * expected - cut.meanSlope;
        loss -= series * likely;
        gradient[0] -= series * shapeSlope * shape;
        gradient[1] -= series * meanSlope;
      }
      return loss;
    },
    Float64Array.of(hyperprior.shape, logMean),
    1e-4,
  );
  return { shape: Math.exp(found[0] ?? 0), mean: Math.exp(found[1] ?? 0) };
}

/** Returns the log-probability of at least `minCount` events, and its derivatives by shape and log mean. */
function cutOff(shape: number, expected: number, minCount: 1 | 2) {
  const total = shape + expected;
  const logNoneByShape = -Math.log1p(expected / shape);
  const none = Math.exp(shape * logNoneByShape);
  const noneByShape = none * (logNoneByShape + expected / total);
  const noneByMean = (none * -shape * expected) / total;
  const one = minCount === 2 ? (none * shape * expected) / total : 0;
  const oneByShape =
    minCount === 2 ? (noneByShape * shape * expected + (none * expected * expected) / total) / total : 0;
  const oneByMean = minCount === 2 ? ((noneByMean + (none * shape) / total) * shape * expected) / total : 0;
  // For tiny rates, rounding could make this probability 0 and its logarithm infinite.
  const seen = Math.max(1 - none - one, 1e-12);
  return {
    log: Math.log(seen),
    shapeSlope: -(noneByShape + oneByShape) / seen,
    meanSlope: -(noneByMean + oneByMean) / seen,
  };
}

/** Groups series with equal counts and times, so that each likelihood is computed only once. */
function groupEqual(seen: readonly SeriesCount[]): readonly (SeriesCount & { readonly series: number })[] {
  const groups = new Map<string, { count: number; days: number; series: number }>();
  for (const { count, days } of seen) {
    const key = `${count} ${days}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { count, days, series: 1 });
    else group.series += 1;
  }
  return [...groups.values()];
}
