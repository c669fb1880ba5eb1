import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { minimiseFunction } from './minimise-function.ts';
import { logRisingFactorial, slopeOfLogRisingFactorial } from './rising-factorial.ts';

export interface CountRegressionRows {
  readonly features: Float64Array;
  /** Logarithm of the mean that is expected for each row before training. */
  readonly offsets: Float64Array;
  /** Covariate of each row's shape; the logarithm of the shape is linear in the covariate. */
  readonly crowds: Float64Array;
  readonly counts: Int32Array;
  /** Weight of each row, above 0; below 1 if rows overlap in time and thus repeat information. */
  readonly weight: number;
}

/** Normal priors of the features' coefficients and of the shape's intercept and slope. */
export interface CountRegressionPrior {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  readonly shapeMeans: readonly [number, number];
  readonly shapeDeviations: readonly [number, number];
}

export interface CountRegressionModel {
  readonly coefficients: Float64Array;
  /** Intercept and slope of the logarithm of the shape. */
  readonly shape: readonly [number, number];
  readonly covariance: Float64Array;
}

/** Limits of the logarithms of mean and shape, beyond which the exponential is practically infinite or 0. */
const limits = { mean: [-30, 12], shape: [-4, 8] } as const;
/** Upper limit of the variance of the log-mean. At this limit the shape is at most 1/6, since e² − 1 ≈ 6. */
const maxLogMeanVariance = 2;
/** Tolerance of the optimisation. A smaller one would not change the third digit of any probability. */
const closeEnough = 1e-4;

/**
 * Trains a negative binomial regression with logarithmic link and variance = mean + mean² / shape, where the shape
 * differs by row (Hilbe, Negative Binomial Regression, 2011, NB2). Finds the maximum of the posterior.
 * @param start an earlier model from which the optimisation starts to save steps, or null
 */
export function trainCountRegression(
  rows: CountRegressionRows,
  prior: CountRegressionPrior,
  start: CountRegressionModel | null,
): CountRegressionModel {
  const width = prior.means.length;
  const centre = Float64Array.from([...prior.means, ...prior.shapeMeans]);
  const precisions = Float64Array.from([...prior.deviations, ...prior.shapeDeviations], (deviation) => deviation ** -2);
  const found = minimiseFunction(
    (point, gradient) => {
      let loss = 0;
      for (let at = 0; at < point.length; at++) {
        const away = (point[at] ?? 0) - (centre[at] ?? 0);
        gradient[at] = (precisions[at] ?? 0) * away;
        loss += ((precisions[at] ?? 0) * away * away) / 2;
      }
      return loss + addRows(rows, width, point, gradient);
    },
    start === null ? centre : Float64Array.from([...start.coefficients, ...start.shape]),
    closeEnough,
  );
  const coefficients = found.slice(0, width);
  const shape = [found[width] ?? 0, found[width + 1] ?? 0] as const;
  return {
    coefficients,
    shape,
    covariance: invertPositive(findCurvature(rows, coefficients, shape, precisions), width),
  };
}

/**
 * Predicts the mean and the shape of one row. Uncertain coefficients widen the distribution: a variance v of the
 * log-mean adds exp(v) − 1 to 1 / shape, as for a lognormal mean.
 */
export function predictCount(
  { coefficients, shape, covariance }: CountRegressionModel,
  features: Float64Array,
  offset: number,
  crowd: number,
): { readonly mean: number; readonly shape: number } {
  const width = coefficients.length;
  let logMean = offset;
  let logMeanVariance = 0;
  for (let row = 0; row < width; row++) {
    logMean += (coefficients[row] ?? 0) * (features[row] ?? 0);
    let sum = 0;
    for (let column = 0; column < width; column++)
      sum += (covariance[row * width + column] ?? 0) * (features[column] ?? 0);
    logMeanVariance += sum * (features[row] ?? 0);
  }
  const own = Math.exp(clamp(shape[0] + shape[1] * crowd, limits.shape));
  return {
    mean: Math.exp(clamp(logMean, limits.mean)),
    shape: 1 / (1 / own + Math.expm1(Math.min(logMeanVariance, maxLogMeanVariance))),
  };
}

/** Adds all rows' derivatives to the gradient. Returns the rows' negative log-likelihood without constant terms. */
function addRows(
  { features, offsets, crowds, counts, weight }: CountRegressionRows,
  width: number,
  point: Float64Array,
  gradient: Float64Array,
): number {
  let loss = 0;
  for (let row = 0; row < counts.length; row++) {
    const start = row * width;
    let logMean = offsets[row] ?? 0;
    for (let at = 0; at < width; at++) logMean += (point[at] ?? 0) * (features[start + at] ?? 0);
    logMean = clamp(logMean, limits.mean);
    const crowd = crowds[row] ?? 0;
    const mean = Math.exp(logMean);
    const shape = Math.exp(clamp((point[width] ?? 0) + (point[width + 1] ?? 0) * crowd, limits.shape));
    const count = counts[row] ?? 0;
    const excess = Math.log1p(mean / shape);
    const total = mean + shape;
    loss -= weight * (logRisingFactorial(shape, count) - shape * excess + count * (logMean - Math.log(total)));
    const meanSlope = (weight * (mean - count) * shape) / total;
    for (let at = 0; at < width; at++) gradient[at] = (gradient[at] ?? 0) + meanSlope * (features[start + at] ?? 0);
    const shapeSlope =
      weight * shape * (excess - 1 + (count + shape) / total - slopeOfLogRisingFactorial(shape, count));
    gradient[width] = (gradient[width] ?? 0) + shapeSlope;
    gradient[width + 1] = (gradient[width + 1] ?? 0) + shapeSlope * crowd;
  }
  return loss;
}

/** Returns the expected curvature of the loss: Fisher's information plus the priors' precisions. */
function findCurvature(
  { features, offsets, crowds, counts, weight }: CountRegressionRows,
  coefficients: Float64Array,
  [intercept, slope]: readonly [number, number],
  precisions: Float64Array,
): Float64Array {
  const width = coefficients.length;
  const curvature = new Float64Array(width * width);
  for (let row = 0; row < counts.length; row++) {
    const start = row * width;
    let logMean = offsets[row] ?? 0;
    for (let at = 0; at < width; at++) logMean += (coefficients[at] ?? 0) * (features[start + at] ?? 0);
    const mean = Math.exp(clamp(logMean, limits.mean));
    const shape = Math.exp(clamp(intercept + slope * (crowds[row] ?? 0), limits.shape));
    const information = (weight * mean * shape) / (mean + shape);
    for (let one = 0; one < width; one++)
      for (let other = 0; other <= one; other++)
        curvature[one * width + other] =
          (curvature[one * width + other] ?? 0) +
          information * (features[start + one] ?? 0) * (features[start + other] ?? 0);
  }
  for (let one = 0; one < width; one++) {
    curvature[one * width + one] = (curvature[one * width + one] ?? 0) + (precisions[one] ?? 0);
    for (let other = 0; other < one; other++) curvature[other * width + one] = curvature[one * width + other] ?? 0;
  }
  return curvature;
}

function clamp(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(Math.max(value, low), high);
}

/** Inverts a symmetric positive definite matrix, row by row. */
function invertPositive(matrix: Float64Array, size: number): Float64Array {
  const inverse = new CholeskyDecomposition(Matrix.from1DArray(size, size, matrix)).solve(Matrix.eye(size));
  return Float64Array.from(inverse.to1DArray());
}
