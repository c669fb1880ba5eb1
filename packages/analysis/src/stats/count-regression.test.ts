import { describe, expect, test } from 'vitest';
import {
  type CountRegressionPrior,
  type CountRegressionRows,
  predictCount,
  trainCountRegression,
} from './count-regression.ts';

const prior: CountRegressionPrior = {
  means: [0, 0.3],
  deviations: [0.4, 0.5],
  shapeMeans: [0.3, 0.5],
  shapeDeviations: [1, 0.5],
};
const rows: CountRegressionRows = {
  features: Float64Array.from([0.5, -1, 2, 0, 1, -0.5, 3, 0.2].flatMap((value) => [1, value])),
  offsets: Float64Array.from([1, 2, 1, 0.5, 3, 1, 0.2, 4], Math.log),
  crowds: Float64Array.of(0, 1, 2, 0.5, 1, 0, 2, 1),
  counts: Int32Array.of(2, 0, 5, 1, 40, 0, 3, 9),
  weight: 0.5,
};
const none: CountRegressionRows = {
  features: new Float64Array(),
  offsets: new Float64Array(),
  crowds: new Float64Array(),
  counts: new Int32Array(),
  weight: 1,
};

describe('trainCountRegression', () => {
  /** From scipy 1.15.3: the same penalised likelihood, minimised with BFGS at gtol 1e-9, and its Fisher information. */
  test('trainCountRegression finds the same coefficients and covariance as scipy', () => {
    const model = trainCountRegression(rows, prior, null);
    [0.28470942, 0.82995974, 0.00274055, 0.45502112].forEach((value, at) => {
      expect([...model.coefficients, ...model.shape][at]).toBeCloseTo(value, 3);
    });
    [0.11129223, -0.03271434, -0.03271434, 0.07558823].forEach((value, at) => {
      expect(model.covariance[at]).toBeCloseTo(value, 4);
    });
    const { mean, shape } = predictCount(model, Float64Array.of(1, 1.5), Math.log(2), 1.2);
    expect(mean).toBeCloseTo(9.2331, 2);
    expect(shape).toBeCloseTo(1.2841, 3);
  });

  test('trainCountRegression returns the prior if there are no rows', () => {
    const model = trainCountRegression(none, prior, null);
    expect([...model.coefficients, ...model.shape]).toEqual([0, 0.3, 0.3, 0.5]);
    [0.16, 0, 0, 0.25].forEach((variance, at) => {
      expect(model.covariance[at]).toBeCloseTo(variance, 12);
    });
  });

  test('trainCountRegression converges to the same model from any start', () => {
    const model = trainCountRegression(rows, prior, null);
    const again = trainCountRegression(rows, prior, { ...model, coefficients: Float64Array.of(2, -1), shape: [1, -1] });
    expect(again.coefficients[0]).toBeCloseTo(model.coefficients[0] ?? 0, 3);
    expect(again.coefficients[1]).toBeCloseTo(model.coefficients[1] ?? 0, 3);
  });
});
