import { minimise } from '../../stats/minimise.ts';

/** How the rates of series differ: a gamma distribution. */
export interface RatePrior {
  /** The smaller, the more they differ. */
  readonly shape: number;
  /** Events a day, of a series before any of its own is looked at. */
  readonly mean: number;
}

/** What was seen of one series. */
export interface SeenCount {
  readonly count: number;
  /** Days watched, above 0. */
  readonly days: number;
}

/**
 * What is believed of the shape and, around what was seen, of the mean, as normal distributions of their logarithms.
 * A shape of .7 is that of systems of which some fail often and most hardly ever.
 */
const belief = { shape: Math.log(0.7), shapeDeviation: 1, meanDeviation: 1 };

/**
 * Fits the prior that all series share (empirical Bayes: the gamma–Poisson model, whose counts are negative binomial).
 * A series is only known once it has had `fewest` events, so the counts are those of a distribution that is cut off
 * below: without that the prior would take the absence of quiet series for a lack of quiet.
 * @param seen series with at least `fewest` events each; without any the belief alone speaks
 */
export function fitRatePrior(seen: readonly SeenCount[], fewest: 1 | 2): RatePrior {
  const groups = groupEqual(seen);
  const events = seen.reduce((sum, { count }) => sum + count, 0);
  const days = seen.reduce((sum, own) => sum + own.days, 0);
  const logMean = Math.log((events + 0.5) / (days + 30));
  const most = seen.reduce((top, { count }) => Math.max(top, count), 0);
  const logs = new Float64Array(most + 1);
  const inverses = new Float64Array(most + 1);
  const found = minimise(
    (point, gradient) => {
      const [toShape, toMean] = [(point[0] ?? 0) - belief.shape, (point[1] ?? 0) - logMean];
      const shape = Math.exp(point[0] ?? 0);
      const mean = Math.exp(point[1] ?? 0);
      // ln Γ(shape + n) − ln Γ(shape) and its slope for every count up to the largest.
      for (let at = 0; at < most; at++) {
        logs[at + 1] = (logs[at] ?? 0) + Math.log(shape + at);
        inverses[at + 1] = (inverses[at] ?? 0) + 1 / (shape + at);
      }
      let loss = (toShape / belief.shapeDeviation) ** 2 / 2 + (toMean / belief.meanDeviation) ** 2 / 2;
      gradient[0] = toShape / belief.shapeDeviation ** 2;
      gradient[1] = toMean / belief.meanDeviation ** 2;
      for (const { count, days: watched, series } of groups) {
        const expected = mean * watched;
        const total = shape + expected;
        const excess = Math.log(total / shape);
        const cut = cutOff(shape, expected, fewest);
        const likely = (logs[count] ?? 0) - shape * excess + count * Math.log(expected / total) - cut.log;
        const shapeSlope = (inverses[count] ?? 0) - excess + 1 - (shape + count) / total - cut.shapeSlope;
        const meanSlope = (count / expected - (shape + count) / total) * expected - cut.meanSlope;
        loss -= series * likely;
        gradient[0] -= series * shapeSlope * shape;
        gradient[1] -= series * meanSlope;
      }
      return loss;
    },
    Float64Array.of(belief.shape, logMean),
    1e-4,
  );
  return { shape: Math.exp(found[0] ?? 0), mean: Math.exp(found[1] ?? 0) };
}

/** The logarithm of the chance to be seen at all, its slope along the shape, and along the logarithm of the mean. */
function cutOff(shape: number, expected: number, fewest: 1 | 2) {
  const total = shape + expected;
  const none = Math.exp(shape * Math.log(shape / total));
  const noneByShape = none * (Math.log(shape / total) + expected / total);
  const noneByMean = (none * -shape * expected) / total;
  const one = fewest === 2 ? (none * shape * expected) / total : 0;
  const oneByShape = fewest === 2 ? (noneByShape * shape * expected + (none * expected * expected) / total) / total : 0;
  const oneByMean = fewest === 2 ? ((noneByMean + (none * shape) / total) * shape * expected) / total : 0;
  // Of rates next to nothing hardly any is seen: kept above 0.
  const seen = Math.max(1 - none - one, 1e-12);
  return {
    log: Math.log(seen),
    shapeSlope: -(noneByShape + oneByShape) / seen,
    meanSlope: -(noneByMean + oneByMean) / seen,
  };
}

/** Series of the same count and time are alike: few groups however many series. */
function groupEqual(seen: readonly SeenCount[]): readonly (SeenCount & { readonly series: number })[] {
  const groups = new Map<string, { count: number; days: number; series: number }>();
  for (const { count, days } of seen) {
    const key = `${count} ${days}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { count, days, series: 1 });
    else group.series += 1;
  }
  return [...groups.values()];
}
